package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.EffectId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends spans to an OpenTelemetry collector: a trace for each turn, from the Door to the delivery
/// of what it set off. A collector that is away costs spans, never a message.
///
/// why not the SDK: an effect may be delivered by another node after a restart, so a trace's id is
/// worked out from the effect's own instead of being carried along.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#otlphttp
public final class OtlpTrail implements Trail, AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;
  private static final int MOST_WAITING = 10_000;
  private static final int TOGETHER = 500;
  private static final long LAST_SECONDS = 2;
  // https://opentelemetry.io/docs/specs/otel/trace/api/#spankind as numbered by OTLP
  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private final Vertx vertx;
  private final HttpClient client;
  private final RequestOptions collector;
  private final Pseudonyms names;
  private final Counter lost;
  private final long timer;
  private final Queue<JsonObject> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /// `url` of the collector, as `http://localhost:4318`.
  public OtlpTrail(Vertx vertx, String url, Pseudonyms names, MeterRegistry meters) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.collector =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url + "/v1/traces")
            .setConnectTimeout(1_000)
            .setIdleTimeout(5_000)
            .putHeader("Content-Type", "application/json");
    this.names = names;
    this.lost = meters.counter("kentongan.traces.lost");
    this.timer = vertx.setPeriodic(EVERY_MILLIS, due -> send());
  }

  @Override
  public void committed(Turn turn, Took took) {
    String trace = names.turn(turn.who(), turn.version());
    add(
        span("turn", trace, root(trace), SERVER, took)
            .put(
                "attributes",
                attributes(
                    "kentongan.channel", turn.who().channel(),
                    "kentongan.origin", turn.origin(),
                    "kentongan.result", turn.result())));
  }

  @Override
  public void attempted(EffectId effect, String kind, String outcome, Took took) {
    String trace = names.turn(effect);
    String id = "%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    add(
        span("effect " + kind, trace, id, CLIENT, took)
            .put("parentSpanId", root(trace))
            .put(
                "attributes",
                attributes(
                    "kentongan.effect", Pseudonyms.place(effect),
                    "kentongan.kind", kind,
                    "kentongan.outcome", outcome)));
  }

  /// The turn's own span, as every node works it out.
  private static String root(String trace) {
    return trace.substring(16);
  }

  private static JsonObject span(String name, String trace, String id, int kind, Took took) {
    long from = TimeUnit.MILLISECONDS.toNanos(took.beganMillis());
    return new JsonObject()
        .put("traceId", trace)
        .put("spanId", id)
        .put("name", name)
        .put("kind", kind)
        .put("startTimeUnixNano", Long.toString(from))
        .put("endTimeUnixNano", Long.toString(from + took.nanos()));
  }

  private static JsonArray attributes(String... pairs) {
    var attributes = new JsonArray();
    for (int i = 0; i < pairs.length; i += 2) {
      attributes.add(
          new JsonObject()
              .put("key", pairs[i])
              .put("value", new JsonObject().put("stringValue", pairs[i + 1])));
    }
    return attributes;
  }

  private void add(JsonObject span) {
    if (count.incrementAndGet() > MOST_WAITING) {
      count.decrementAndGet();
      lost.increment();
    } else {
      waiting.add(span);
    }
  }

  private void send() {
    while (!waiting.isEmpty()) {
      send(batch());
    }
  }

  private JsonArray batch() {
    var spans = new JsonArray();
    for (JsonObject span; spans.size() < TOGETHER && (span = waiting.poll()) != null; ) {
      spans.add(span);
      count.decrementAndGet();
    }
    return spans;
  }

  private Future<Void> send(JsonArray spans) {
    var scope = new JsonObject().put("name", "kentongan");
    var traces =
        new JsonObject()
            .put(
                "resource",
                new JsonObject().put("attributes", attributes("service.name", "kentongan")))
            .put(
                "scopeSpans",
                new JsonArray().add(new JsonObject().put("scope", scope).put("spans", spans)));
    var body = new JsonObject().put("resourceSpans", new JsonArray().add(traces)).toBuffer();
    return client
        .request(collector)
        .compose(request -> request.send(body))
        .compose(answer -> answer.end().map(answer.statusCode()))
        .otherwise(0)
        .map(
            status -> {
              if (status != 200) {
                lost.increment(spans.size());
              }
              return null;
            });
  }

  /// Sends what waits, for a moment at most.
  @Override
  public void close() {
    vertx.cancelTimer(timer);
    while (!waiting.isEmpty()) {
      send(batch()).timeout(LAST_SECONDS, TimeUnit.SECONDS).otherwiseEmpty().await();
    }
    client.close().await();
  }
}
