package id.kentongan.bot.desk;

import static id.kentongan.bot.desk.Flood.Verdict.DROP;
import static id.kentongan.bot.desk.Flood.Verdict.PASS;
import static id.kentongan.bot.desk.Flood.Verdict.TELL;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FloodTest {
  private static final ConversationId WHO = new ConversationId("test", "1");
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

  private final Flood flood = new Flood(3, 1);

  @Test
  void whoSendsTooManyIsToldOnceUntilTheyWereCalm() {
    assertThat(sentAt(0, 0, 0, 0, 0)).containsExactly(PASS, PASS, PASS, TELL, DROP);
    assertThat(sentAt(1, 1, 1, 2, 2)).containsExactly(PASS, DROP, DROP, PASS, DROP);
    assertThat(sentAt(5, 5, 5, 5)).containsExactly(PASS, PASS, PASS, TELL);
  }

  @Test
  void whatWasSentInPeaceAndArrivesTogetherIsNoFlood() {
    assertThat(sentAt(0, 0, 0, 1, 2, 3, 4, 5)).containsOnly(PASS);
  }

  @Test
  void oneSenderDoesNotSlowAnother() {
    assertThat(sentAt(0, 0, 0, 0)).endsWith(TELL);
    assertThat(flood.of(new ConversationId("test", "2"), NOON)).isEqualTo(PASS);
  }

  private Stream<Flood.Verdict> sentAt(int... seconds) {
    return java.util.Arrays.stream(seconds)
        .mapToObj(second -> flood.of(WHO, NOON.plusSeconds(second)));
  }
}
