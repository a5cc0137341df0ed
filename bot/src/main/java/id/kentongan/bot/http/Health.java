package id.kentongan.bot.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// `/health/live` and `/health/ready`. Ready is red with the reasons.
public final class Health {
  private static final long WITHIN_SECONDS = 2;

  private final List<Check> checks;

  public Health(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /// Something that must be well for messages to be taken; `ask` gives the reason why it is not.
  public record Check(String name, Supplier<Future<Optional<String>>> ask) {}

  public void mount(Router router) {
    router.get("/health/live").handler(route -> Answers.json(route, 200, status("live")));
    router.get("/health/ready").handler(this::ready);
  }

  private void ready(RoutingContext route) {
    List<Future<Optional<String>>> asked = checks.stream().map(Health::ask).toList();
    Future.all(asked)
        .onComplete(
            done -> {
              var faults = new JsonArray();
              asked.forEach(one -> one.result().ifPresent(faults::add));
              if (faults.isEmpty()) {
                Answers.json(route, 200, status("ready"));
              } else {
                Answers.json(route, 503, status("not ready").put("why", faults));
              }
            });
  }

  private static Future<Optional<String>> ask(Check check) {
    return check
        .ask()
        .get()
        .timeout(WITHIN_SECONDS, TimeUnit.SECONDS)
        .map(why -> why.map(text -> check.name() + ": " + text))
        .otherwise(lost -> Optional.of(check.name() + ": does not answer"));
  }

  private static JsonObject status(String status) {
    return new JsonObject().put("status", status);
  }
}
