package id.kentongan.bot.web;

import id.kentongan.bot.desk.Received;
import id.kentongan.bot.http.Bounded;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.WebMessages;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Takes what the page posts: shown in the chat first, so that it stands before its answer, then
/// handed in; 200 with the line's number once both are kept. Posting an id again changes nothing.
final class MessageDoor {
  private static final int BODY = 32 << 10;
  private static final int PATIENCE_SECONDS = 20;

  private final Gate gate;
  private final WebMessages messages;
  private final Function<Inbound, Future<Received>> desk;
  private final InstantSource clock;

  MessageDoor(
      Gate gate,
      WebMessages messages,
      Function<Inbound, Future<Received>> desk,
      InstantSource clock) {
    this.gate = gate;
    this.messages = messages;
    this.desk = desk;
    this.clock = clock;
  }

  void handle(RoutingContext route) {
    Optional<Session> session = gate.writer(route);
    if (session.isEmpty()) {
      return;
    }
    Bounded.read(
        route,
        BODY,
        body ->
            Posted.parse(body)
                .ifPresentOrElse(
                    posted -> take(route, session.get(), posted),
                    () -> Gate.refused(route, 400, "shape")));
  }

  void take(RoutingContext route, Session session, Posted posted) {
    Instant now = clock.instant();
    String id = session.eventId(posted.id());
    var bubble = new Bubble(posted.shown(), List.of(), posted.file());
    var inbound = new Inbound(id, session.conversation(), now, posted.content(), null, null, id);
    var line = new WebMessages.Line(true, now, bubble, gate.address(route.request()));
    messages
        .append(session.conversation(), id, line)
        .compose(seq -> desk.apply(inbound).map(seq))
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .onSuccess(seq -> route.json(new JsonObject().put("seq", seq)))
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }
}
