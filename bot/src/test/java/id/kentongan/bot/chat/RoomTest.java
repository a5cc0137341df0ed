package id.kentongan.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.chat.Asked.Act;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RoomTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T02:00:00Z");
  private static final Ear EAR =
      text ->
          new Understood(
              text,
              text,
              Language.INDONESIAN,
              List.of(new Understood.Guess("ask.contribution", 0.5)));

  private final Vertx vertx = Vertx.vertx();
  private final PlayedClock clock = new PlayedClock(InstantSource.system(), BEGIN);
  private final SlowHouse house = new SlowHouse();
  private final Room room = new Room(vertx, house, clock, EAR);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void waitsForWhatTheTurnSetOff() {
    assertThat(ask("{\"text\":\"iuran\"}"))
        .isEqualTo(
            "{\"replies\":[{\"text\":\"sebentar\",\"choices\":[],\"media\":null},{\"text\":\"Rp"
                + " 16.800\",\"choices\":[{\"id\":\"d\",\"label\":\"Daftar\"}],\"media\":\"/tmp/a.pdf\"}],"
                + "\"dialog\":\"\",\"state\":\"\",\"intent\":\"ask.contribution\",\"confidence\":0.5}");
  }

  @Test
  void givesAMessageItsId() {
    ask("{\"text\":\"a\",\"id\":\"9\",\"user\":\"budi\"}");
    ask("{\"text\":\"a\",\"id\":\"9\",\"user\":\"budi\"}");
    ask("{\"text\":\"a\",\"user\":\"budi\"}");
    assertThat(house.taken)
        .extracting(Inbound::id)
        .startsWith("terminal:budi:9", "terminal:budi:9");
    assertThat(house.taken.get(2).id()).startsWith("terminal:budi:").hasSizeGreaterThan(30);
    assertThat(house.taken.getFirst().at()).isBetween(BEGIN, clock.instant());
  }

  @Test
  void movesTheClock() {
    ask("{\"advance\":\"P1D\"}");
    assertThat(house.jumps).isEqualTo(1);
    assertThat(clock.instant()).isAfter(BEGIN.plus(Duration.ofDays(1)));
  }

  @Test
  void numbersTheChoicesForAPerson() throws Exception {
    var plain = new PlainChat();
    var turn = room.turn(plain.read("iuran"), "saya", null).await();
    assertThat(plain.show(turn))
        .containsExactly("sebentar", "", "Rp 16.800", "  [/tmp/a.pdf]", "  1. Daftar", "");
    assertThat(plain.read("1"))
        .isEqualTo(
            new Act.Send(new Inbound.Ready(new id.kentongan.dialogs.talk.Event.Tapped("d"))));
    assertThat(plain.read("2")).isEqualTo(new Act.Send(new Inbound.Words("2", false)));
    assertThat(plain.read("/maju PT3H")).isEqualTo(new Act.Advance(Duration.ofHours(3)));
  }

  private String ask(String line) {
    try {
      Asked asked = Asked.parse(line);
      String user = asked.user().orElse("saya");
      return TurnJson.of(room.turn(asked.act(), user, asked.id().orElse(null)).await());
    } catch (Asked.NotUnderstood e) {
      throw new AssertionError(e);
    }
  }

  /// Answers at once that it looks something up, and says what it found a little later.
  private final class SlowHouse implements House {
    final List<Inbound> taken = new ArrayList<>();
    int jumps;
    private int busy;
    private @Nullable Inbound last;

    @Override
    public Future<?> receive(Inbound message) {
      taken.add(message);
      last = message;
      busy = 3;
      say(Bubble.of("sebentar"));
      return Future.succeededFuture();
    }

    @Override
    public Future<Boolean> quiet(Duration within) {
      if (busy > 0 && --busy == 0) {
        var file = new Bubble.Attachment("f", "application/pdf", "a.pdf");
        say(new Bubble("Rp 16.800", List.of(new Choice("d", "Daftar")), file));
      }
      return Future.succeededFuture(busy == 0);
    }

    private void say(Bubble bubble) {
      if (last != null) {
        ConversationId who = last.conversation();
        room.hear(new Outgoing(EffectId.of(who, busy, 0), who, bubble, null, null));
      }
    }

    @Override
    public Future<?> jumped() {
      jumps++;
      return Future.succeededFuture();
    }

    @Override
    public Future<Talk> talk(ConversationId who) {
      return Future.succeededFuture(Talk.fresh());
    }

    @Override
    public Future<String> file(Bubble.Attachment file) {
      return Future.succeededFuture("/tmp/" + file.name());
    }
  }
}
