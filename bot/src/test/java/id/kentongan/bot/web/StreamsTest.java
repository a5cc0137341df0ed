package id.kentongan.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private final Streams<Object> streams = new Streams<>(8, this::ended);
  private int ended;

  private void ended(Object stream) {
    ended++;
  }

  @Test
  void oneAddressLeavesRoomForOthers() {
    var own = new Object();
    assertThat(streams.add(session(1), "a", own)).isEqualTo(Streams.Entered.IN);
    assertThat(streams.add(session(2), "a", new Object())).isEqualTo(Streams.Entered.IN);
    assertThat(streams.add(session(3), "a", new Object())).isEqualTo(Streams.Entered.TOO_MANY);
    assertThat(streams.add(session(3), "b", new Object())).isEqualTo(Streams.Entered.IN);
    streams.remove(session(1), own);
    streams.remove(session(1), own);
    assertThat(streams.add(session(3), "a", new Object())).isEqualTo(Streams.Entered.IN);
    assertThat(streams.add(session(4), "a", new Object())).isEqualTo(Streams.Entered.TOO_MANY);
  }

  @Test
  void aNodeHasItsEnd() {
    for (int i = 0; i < 8; i++) {
      assertThat(streams.add(session(i), "a" + i, new Object())).isEqualTo(Streams.Entered.IN);
    }
    assertThat(streams.add(session(9), "b", new Object())).isEqualTo(Streams.Entered.FULL);
  }

  @Test
  void aSessionsOldestGivesWay() {
    for (int i = 0; i < 7; i++) {
      streams.add(session(1), "a" + i, new Object());
    }
    assertThat(ended).isEqualTo(1);
  }

  private static Session session(int number) {
    return new Session(new ConversationId("web", "s" + number), "t" + number);
  }
}
