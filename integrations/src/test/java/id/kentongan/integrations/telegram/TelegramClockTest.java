package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramClockTest {
  private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
  private static final int DATE = (int) START.getEpochSecond();

  private Instant now = START;
  private final TelegramClock clock = new TelegramClock(() -> now);

  /// Asked and answered so long after the second that Telegram's date names.
  @ParameterizedTest
  @CsvSource({
    "the clocks agree,                PT0.4S,  PT0.5S, PT0S",
    "a second apart tells nothing,    PT0S,    PT1S,   PT0S",
    "the answer took half a minute,   PT0S,    PT30S,  PT0S",
    "ours is ahead,                   PT20S,   PT20.1S, PT19S",
    "ours is behind,                  PT-20S,  PT-19.9S, PT-19.9S",
    "ours was put back meanwhile,     PT20S,   PT10S,  PT0S",
  })
  void learnsFromWhatTelegramDates(String what, Duration asked, Duration answered, Duration ahead) {
    told(DATE, asked, answered);

    assertThat(clock.at(DATE)).as(what).isEqualTo(START.plus(ahead));
  }

  @Test
  void isMendedWhenAClockWasMended() {
    told(DATE, Duration.ofSeconds(20), Duration.ofSeconds(20));
    told(DATE, Duration.ofMillis(500), Duration.ofMillis(600));

    assertThat(clock.at(DATE)).isEqualTo(START.plusMillis(600));
  }

  @Test
  void learnsNothingFromRefusalsAndAnswersWithoutADate() {
    now = START.plusSeconds(60);
    clock.over(() -> Future.succeededFuture(new ApiAnswer.Lost("cut"))).await();
    told(0, Duration.ofSeconds(60), Duration.ofSeconds(60));

    assertThat(clock.at(DATE)).isEqualTo(START);
  }

  private void told(int date, Duration asked, Duration answered) {
    now = START.plus(asked);
    clock
        .over(
            () -> {
              now = START.plus(answered);
              var message = JsonNodeFactory.instance.objectNode().put("date", date);
              return Future.succeededFuture(new ApiAnswer.Done(message));
            })
        .await();
  }
}
