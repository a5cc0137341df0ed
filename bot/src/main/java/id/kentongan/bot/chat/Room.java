package id.kentongan.bot.chat;

import id.kentongan.bot.chat.Asked.Act;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A conversation with the engine, one turn at a time: a message goes in, and all that was said
/// until the gateway is quiet again comes out.
public final class Room {
  private static final Duration SHORT_TIMERS = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 15;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Vertx vertx;
  private final House house;
  private final PlayedClock clock;
  private final Ear ear;
  private final Queue<Outgoing> said = new ConcurrentLinkedQueue<>();

  public Room(Vertx vertx, House house, PlayedClock clock, Ear ear) {
    this.vertx = vertx;
    this.house = house;
    this.clock = clock;
    this.ear = ear;
  }

  /// What came of a turn: the bubbles in order, where the conversation stands, and what the Ear
  /// made of the words.
  public record Turn(List<Said> replies, @Nullable State state, @Nullable Understood understood) {}

  /// A bubble, and the path of the file that came with it.
  public record Said(Bubble bubble, @Nullable String media) {}

  /// Where the terminal's channel puts what is said.
  public void hear(Outgoing message) {
    said.add(message);
  }

  public Future<Turn> turn(Act act, String user, @Nullable String id) {
    var who = new ConversationId("terminal", user);
    return handIn(act, who, id)
        .compose(taken -> untilQuiet(System.nanoTime()))
        .compose(quiet -> house.talk(who))
        .compose(talk -> told(act, who, talk));
  }

  private Future<?> handIn(Act act, ConversationId who, @Nullable String id) {
    return switch (act) {
      case Act.Advance(Duration span) -> {
        clock.advance(span);
        yield house.jumped().compose(done -> vertx.timer(LOOK_MILLIS));
      }
      case Act.Send(Inbound.Content content) -> {
        String own = id == null ? UUID.randomUUID().toString() : id;
        String event = who.key() + ':' + own;
        yield house.receive(new Inbound(event, who, clock.instant(), content, null, null, event));
      }
    };
  }

  private Future<Void> untilQuiet(long since) {
    return house
        .quiet(SHORT_TIMERS)
        .compose(
            quiet ->
                quiet || System.nanoTime() - since > PATIENCE_NANOS
                    ? Future.succeededFuture()
                    : vertx.timer(LOOK_MILLIS).compose(later -> untilQuiet(since)));
  }

  private Future<Turn> told(Act act, ConversationId who, Talk talk) {
    Understood understood =
        act instanceof Act.Send(Inbound.Words(String text, boolean edited)) ? ear.hear(text) : null;
    Future<List<Said>> replies = Future.succeededFuture(new ArrayList<>());
    for (Outgoing message = said.poll(); message != null; message = said.poll()) {
      Bubble bubble = message.bubble();
      if (message.to().equals(who)) {
        replies = replies.compose(before -> with(before, bubble));
      }
    }
    return replies.map(all -> new Turn(all, talk.top(), understood));
  }

  private Future<List<Said>> with(List<Said> before, Bubble bubble) {
    Bubble.Attachment file = bubble.attachment();
    Future<@Nullable String> media =
        file == null ? Future.succeededFuture() : house.file(file).map(path -> path);
    return media.map(
        path -> {
          before.add(new Said(bubble, path));
          return before;
        });
  }
}
