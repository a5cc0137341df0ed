package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.console.ReplyWindow.Way;
import id.kentongan.integrations.postgres.officers.Hearing.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyWindowTest {
  private static final Instant NINE = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void whatsAppTakesFreeWordsForADay() {
    Duration almost = Duration.ofHours(24).minusMinutes(1);
    assertThat(window("whatsapp", NINE.minus(almost).plusSeconds(1), false).way())
        .isEqualTo(Way.OPEN);
    assertThat(window("whatsapp", NINE.minus(almost), true).way()).isEqualTo(Way.TEMPLATE);
    assertThat(window("whatsapp", NINE.minus(almost), false).way()).isEqualTo(Way.CLOSED);
    assertThat(window("whatsapp", null, false).way()).isEqualTo(Way.CLOSED);
    assertThat(window("telegram", null, false).way()).isEqualTo(Way.ALWAYS);
  }

  @Test
  void whatWouldNotArriveIsNotSent() {
    String thousand = "kata ".repeat(200).strip() + ".";
    ReplyWindow template = window("whatsapp", null, true);
    assertThat(template.fault(thousand)).isEmpty();
    assertThat(template.fault(thousand.replace(" ", " \n "))).as("in one line").isEmpty();
    assertThat(template.fault(thousand + "x")).isEqualTo("long");
    assertThat(template.fault("")).isEqualTo("empty");
    assertThat(window("telegram", null, true).fault(thousand + "x")).isEmpty();
    assertThat(window("whatsapp", null, false).fault("halo")).isEqualTo("closed");
  }

  @Test
  void ofSeveralWaysTheBestCounts() {
    var silent = new Heard("whatsapp", null, false);
    var open = new Heard("telegram", null, false);
    assertThat(ReplyWindow.best(List.of(silent, open), false, NINE).orElseThrow().reaches())
        .isTrue();
    assertThat(ReplyWindow.best(List.of(silent), false, NINE).orElseThrow().reaches()).isFalse();
    assertThat(ReplyWindow.best(List.of(), true, NINE)).isEmpty();
  }

  @Test
  void whoIsGoneHearsNothingWhateverTheWindow() {
    var blocked = new Heard("telegram", null, true);
    assertThat(ReplyWindow.of(blocked, true, NINE).reaches()).isFalse();
    assertThat(ReplyWindow.of(blocked, true, NINE).fault("halo"))
        .as("they may be back without a word")
        .isEmpty();
    var template = new Heard("whatsapp", null, false);
    assertThat(ReplyWindow.best(List.of(blocked, template), true, NINE).orElseThrow().reaches())
        .isTrue();
  }

  private static ReplyWindow window(String channel, @Nullable Instant last, boolean template) {
    return ReplyWindow.of(new Heard(channel, last, false), template, NINE);
  }
}
