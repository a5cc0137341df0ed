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
import java.util.function.Predicate;
import java.util.function.Supplier;

/// `/health/live` and `/health/ready`. Ready is red with the reasons; what an operator alone is to
/// know of them, as folders and addresses are, is told to whoever shows a token of the gateway's
/// own key, as `kentongan health` does.
public final class Health implements AutoCloseable {
  private static final long EVERY_MILLIS = 5_000;
  private static final long WITHIN_SECONDS = 2;

  /// The header with the token.
  public static final String TOKEN = "X-Kentongan-Operator";

  private final Vertx vertx;
  private final List<Check> checks;
  private final long timer;
  private volatile boolean draining;
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();

  /// How a part is, since a time of this machine's own counting.
  private record Standing(boolean well, long since) {}

  /// Why a part is not well, for everybody and for operators.
  private record Why(String brief, Optional<String> more) {
    String told(boolean operator) {
      return more.filter(text -> operator).map(text -> brief + ", " + text).orElse(brief);
    }
  }

  /// A part that answers and still is not well; the message says what it does.
  public static final class Unwell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unwell(String does) {
      super(does, null, false, false);
    }
  }

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
  /// for everybody, and fails where it does not answer; then `silence` is what operators are told.
  public record Check(
      String name, Supplier<Future<Optional<String>>> ask, Supplier<Optional<String>> silence) {
    public Check(String name, Supplier<Future<Optional<String>>> ask) {
      this(name, ask, Optional::empty);
    }
  }

  /// `operator` knows the tokens.
  public void mount(Router router, Predicate<String> operator) {
    router.get("/health/live").handler(route -> Answers.json(route, 200, status("live")));
    router
        .get("/health/ready")
        .handler(
            route -> {
              String token = route.request().getHeader(TOKEN);
              ready(route, token != null && operator.test(token));
            });
  }

  private void ready(RoutingContext route, boolean operator) {
    asked()
        .onComplete(
            done -> {
              var faults = new JsonArray();
              done.result().forEach(why -> why.ifPresent(it -> faults.add(it.told(operator))));
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
  private Future<List<Optional<Why>>> asked() {
    List<Future<Optional<Why>>> asked = checks.stream().map(Health::ask).toList();
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

  private static Future<Optional<Why>> ask(Check check) {
    return check
        .ask()
        .get()
        .timeout(WITHIN_SECONDS, TimeUnit.SECONDS)
        .map(why -> why.map(text -> new Why(check.name() + ": " + text, Optional.empty())))
        .otherwise(
            lost -> {
              String does = lost instanceof Unwell ? lost.getMessage() : "does not answer";
              return Optional.of(new Why(check.name() + ": " + does, check.silence().get()));
            });
  }

  private static JsonObject status(String status) {
    return new JsonObject().put("status", status);
  }
}
