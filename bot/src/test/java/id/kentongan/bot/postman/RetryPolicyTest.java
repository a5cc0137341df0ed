package id.kentongan.bot.postman;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 10);

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1.0, 1000", "2, 0, 1.0, 2000", "3, 0, 1.0, 4000", "3, 0, 0.0, 2000",
    "9, 0, 1.0, 60000", "1, 30000, 0.0, 30000", "1, 30000, 1.0, 31000", "9, 100, 0.0, 30000"
  })
  void thePauseDoublesUpToTheCapAndKeepsTheProvidersFigure(
      int done, long figure, double jitter, long expected) {
    assertThat(POLICY.next(done, Duration.ofMillis(figure), jitter))
        .contains(Duration.ofMillis(expected));
  }

  @Test
  void itEnds() {
    assertThat(POLICY.next(10, Duration.ZERO, 0.5)).isEmpty();
  }

  @Test
  void noPauseIsEverLongerThanTheCapOrNegative() {
    assertThat(IntStream.range(1, RetryPolicy.MESSAGES.attempts()))
        .allSatisfy(
            done ->
                assertThat(RetryPolicy.MESSAGES.next(done, Duration.ZERO, 1).orElseThrow())
                    .isBetween(Duration.ofMillis(1), RetryPolicy.MESSAGES.cap()));
  }
}
