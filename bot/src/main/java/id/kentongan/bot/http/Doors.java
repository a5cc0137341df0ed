package id.kentongan.bot.http;

import id.kentongan.bot.watch.Meters;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Door.Admitted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The providers' doors: reads a request up to 3 MB (what Meta posts at most), lets the door judge
/// it, and answers 200 only when all that came in is committed; 503 asks the provider to send
/// again.
public final class Doors {
  private static final int BODY_LIMIT = 3 << 20;
  private static final int LANES = 16;

  private final Function<Inbound, Future<Void>> desk;
  private final Function<DeliveryReport, Future<Void>> reports;
  private final MeterRegistry metrics;
  private final Map<String, Meters> requests = new ConcurrentHashMap<>();

  /// `desk` succeeds when the event is committed or was before; `reports` when it is noted.
  public Doors(
      Function<Inbound, Future<Void>> desk,
      Function<DeliveryReport, Future<Void>> reports,
      MeterRegistry metrics) {
    this.desk = desk;
    this.reports = reports;
    this.metrics = metrics;
  }

  public void mount(Router router, List<Door> doors) {
    for (Door door : doors) {
      router.route(door.path()).handler(route -> receive(door, route));
    }
  }

  private void receive(Door door, RoutingContext route) {
    long begun = System.nanoTime();
    route.addEndHandler(
        end -> took(door, route.response().getStatusCode(), System.nanoTime() - begun));
    Bounded.read(route, BODY_LIMIT, body -> answer(route, door, door.admit(request(route, body))));
  }

  /// 2xx, 4xx and 5xx apart: taken, refused, to be sent again.
  private void took(Door door, int status, long nanos) {
    requests
        .computeIfAbsent(
            door.path(),
            path ->
                new Meters(
                    metrics,
                    "kentongan.door.request",
                    List.of(Tag.of("door", path)),
                    "status",
                    "Requests of providers from their first byte to the answer"))
        .took(status / 100 + "xx", nanos);
  }

  private static Door.Request request(RoutingContext route, Buffer body) {
    var request = route.request();
    return new Door.Request(request.method().name(), request.uri(), request.headers(), body);
  }

  private void answer(RoutingContext route, Door door, Admitted admitted) {
    switch (admitted) {
      case Admitted.Events(List<Inbound> events) -> whenDone(route, events(events));
      case Admitted.Reports(List<DeliveryReport> all, List<Inbound> events) ->
          whenDone(
              route,
              inLanes(all, DeliveryReport::providerId, reports).compose(noted -> events(events)));
      case Admitted.Ignored(String reason) -> {
        metrics
            .counter("kentongan.door.ignored", "door", door.path(), "reason", reason)
            .increment();
        route.response().end();
      }
      case Admitted.Reply(String type, String body) ->
          route.response().putHeader("Content-Type", type).end(body);
      case Admitted.Refused(int status, String reason) -> {
        metrics
            .counter("kentongan.door.refused", "door", door.path(), "reason", reason)
            .increment();
        Answers.refuse(route, status, reason);
      }
    }
  }

  private static void whenDone(RoutingContext route, Future<Void> done) {
    done.onSuccess(all -> route.response().end())
        .onFailure(lost -> Answers.refuse(route, 503, "not stored, send again"));
  }

  private Future<Void> events(List<Inbound> events) {
    return inLanes(events, Inbound::conversation, desk);
  }

  /// What is of the same comes one after another, as the provider put it.
  /// why beside each other: Meta may post a thousand at once, and each waits for the store.
  private static <T> Future<Void> inLanes(
      List<T> things, Function<T, ?> whose, Function<T, Future<Void>> take) {
    if (things.size() == 1) {
      return take.apply(things.getFirst());
    }
    List<Future<Void>> lanes =
        new ArrayList<>(Collections.nCopies(LANES, Future.succeededFuture()));
    for (T thing : things) {
      int lane = Math.floorMod(whose.apply(thing).hashCode(), LANES);
      lanes.set(lane, lanes.get(lane).compose(done -> take.apply(thing)));
    }
    return Future.join(lanes).mapEmpty();
  }
}
