package id.kentongan.bot.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// `/health/live` and `/health/ready`. Ready is red with the reasons.
public final class Health implements AutoCloseable {
  private static final long EVERY_MILLIS = 5_000;
  private static final long WITHIN_SECONDS = 2;

  private final Vertx vertx;
  private final List<Check> checks;
  private final long timer;
  private volatile boolean draining;
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();

  /// How a part is, since a time of this machine's own counting.
  private record Standing(boolean well, long since) {}

  /// Asks by itself every few seconds, so that `meters` know it too.
  public Health(Vertx vertx, List<Check> checks, MeterRegistry meters) {
    this.vertx = vertx;
    this.checks = List.copyOf(checks);
    this.checks.forEach(check -> gauge(meters, check.name()));
    this.timer = vertx.setPeriodic(1, EVERY_MILLIS, due -> asked());
  }

  private void gauge(MeterRegistry meters, String part) {
    Gauge.builder("kentongan.part.well", () -> known(part) ? 1 : 0)
        .description("1 while a part is well")
        .tag("part", part)
        .register(meters);
  }

  private boolean known(String part) {
    Standing standing = standings.get(part);
    return standing != null && standing.well();
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }

  /// Something that must be well for messages to be taken; `ask` gives the reason why it is not,
  /// `silence` what is known of one that does not answer.
  public record Check(
      String name, Supplier<Future<Optional<String>>> ask, Supplier<Optional<String>> silence) {
    public Check(String name, Supplier<Future<Optional<String>>> ask) {
      this(name, ask, Optional::empty);
    }
  }

  public void mount(Router router) {
    router.get("/health/live").handler(route -> Answers.json(route, 200, status("live")));
    router.get("/health/ready").handler(this::ready);
  }

  private void ready(RoutingContext route) {
    asked()
        .onComplete(
            done -> {
              var faults = new JsonArray();
              done.result().forEach(why -> why.ifPresent(faults::add));
              if (draining) {
                faults.add("this node is about to stop");
              }
              JsonObject parts = parts();
              if (faults.isEmpty()) {
                Answers.json(route, 200, status("ready").put("parts", parts));
              } else {
                Answers.json(
                    route, 503, status("not ready").put("why", faults).put("parts", parts));
              }
            });
  }

  /// From now on not ready, so that proxies send people elsewhere; what comes is still taken.
  public void drain() {
    draining = true;
  }

  /// Why each part is not well, in the order of the checks; never fails.
  private Future<List<Optional<String>>> asked() {
    List<Future<Optional<String>>> asked = checks.stream().map(Health::ask).toList();
    return Future.all(asked)
        .map(
            all -> {
              for (int i = 0; i < checks.size(); i++) {
                note(checks.get(i).name(), asked.get(i).result().isEmpty());
              }
              return asked.stream().map(Future::result).toList();
            });
  }

  private void note(String part, boolean well) {
    standings.compute(
        part,
        (name, before) ->
            before != null && before.well() == well
                ? before
                : new Standing(well, System.nanoTime()));
  }

  /// Each part by name: whether it is well, and for how many seconds it has been so.
  private JsonObject parts() {
    var parts = new JsonObject();
    for (Check check : checks) {
      Standing standing = standings.getOrDefault(check.name(), new Standing(false, 0));
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - standing.since());
      parts.put(
          check.name(), new JsonObject().put("well", standing.well()).put("seconds", seconds));
    }
    return parts;
  }

  private static Future<Optional<String>> ask(Check check) {
    return check
        .ask()
        .get()
        .timeout(WITHIN_SECONDS, TimeUnit.SECONDS)
        .map(why -> why.map(text -> check.name() + ": " + text))
        .otherwise(lost -> Optional.of(check.name() + ": does not answer" + known(check)));
  }

  private static String known(Check check) {
    return check.silence().get().map(why -> ", " + why).orElse("");
  }

  private static JsonObject status(String status) {
    return new JsonObject().put("status", status);
  }
}
