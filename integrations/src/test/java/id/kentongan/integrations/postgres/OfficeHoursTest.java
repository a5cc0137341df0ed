package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

  /// Monday to Friday from 8 to 16, closed on Tuesday 24 November 2026.
  @ParameterizedTest
  @CsvSource({
    "2, 2026-11-20T09:00, 2026-11-20T11:00",
    "2, 2026-11-20T14:00, 2026-11-20T16:00",
    "2, 2026-11-20T15:30, 2026-11-23T09:30",
    "2, 2026-11-20T16:00, 2026-11-23T10:00",
    "2, 2026-11-21T12:00, 2026-11-23T10:00",
    "2, 2026-11-23T03:00, 2026-11-23T10:00",
    "2, 2026-11-23T23:59, 2026-11-25T10:00",
    "20, 2026-11-19T08:00, 2026-11-23T12:00",
    "0, 2026-11-22T08:00, 2026-11-23T08:00"
  })
  void sayWhenSomebodyWillHaveAnswered(int within, LocalDateTime asked, LocalDateTime until) {
    var hours =
        new OfficeHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(16, 0),
            Set.of(LocalDate.of(2026, 11, 24)),
            Duration.ofHours(within),
            ZONE);

    assertThat(hours.until(asked.atZone(ZONE).toInstant()))
        .isEqualTo(until.atZone(ZONE).toInstant());
  }
}
