package id.kentongan.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A message's own time, by whatever clock the platform goes.
class HappeningTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"PT0S, PT0S", "PT-90S, PT-90S", "PT1S, PT0S", "P3650D, PT0S"})
  void isNeverToCome(Duration told, Duration taken) {
    var who = new ConversationId("telegram", "1");
    var words = new Inbound.Words("halo", false);
    var in = new Inbound("1", who, NOW.plus(told), words, null, null, "1");

    assertThat(Happening.of(in, NOW).at()).isEqualTo(NOW.plus(taken));
  }
}
