package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
  private static final Offices.Claims CLAIMS = new Offices.Claims(Duration.ofHours(3), 1, 1, 5, 3);

  private static final Map<DayOfWeek, Offices.Hours> HOURS =
      Map.of(
          DayOfWeek.MONDAY, hours(8, 16),
          DayOfWeek.TUESDAY, hours(8, 16),
          DayOfWeek.WEDNESDAY, hours(8, 16),
          DayOfWeek.THURSDAY, hours(8, 16),
          DayOfWeek.FRIDAY, hours(7, 11));

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "2026-11-20T09:00+07:00, 2026-11-20T09:00+07:00, a Friday morning",
    "2026-11-20T07:59+07:00, 2026-11-20T08:00+07:00, before opening",
    "2026-11-20T15:00+07:00, 2026-11-23T08:00+07:00, closed until Monday",
    "2026-11-21T10:00+07:00, 2026-11-23T08:00+07:00, a Saturday",
    "2026-12-24T16:00+07:00, 2026-12-28T08:00+07:00, Christmas on a Friday",
  })
  void opensNext(ZonedDateTime now, ZonedDateTime open, String when) {
    assertThat(TestContent.load().offices().nextOpen(now)).isEqualTo(open);
  }

  /// Monday to Thursday from 8 to 16, Friday from 7 to 11, closed on Tuesday 24 November 2026.
  @ParameterizedTest
  @CsvSource({
    "2, 2026-11-19T09:00, 2026-11-19T11:00",
    "2, 2026-11-19T14:00, 2026-11-19T16:00",
    "2, 2026-11-19T15:30, 2026-11-20T08:30",
    "2, 2026-11-20T06:00, 2026-11-20T09:00",
    "2, 2026-11-20T10:00, 2026-11-23T09:00",
    "2, 2026-11-20T11:00, 2026-11-23T10:00",
    "2, 2026-11-21T12:00, 2026-11-23T10:00",
    "2, 2026-11-23T23:59, 2026-11-25T10:00",
    "20, 2026-11-19T08:00, 2026-11-23T16:00",
    "21, 2026-11-19T08:00, 2026-11-25T09:00"
  })
  void answerWithinTheirHours(int within, LocalDateTime asked, LocalDateTime until) {
    var closed = Map.of(LocalDate.of(2026, 11, 24), "Libur");
    var offices = new Offices("Cabang", HOURS, closed, Duration.ofHours(within), CLAIMS);
    assertThat(offices.answeredBy(asked.atZone(ZONE))).isEqualTo(until.atZone(ZONE));
  }

  @Test
  void seesFamiliesWithinItsHours() {
    var closed = Map.of(LocalDate.of(2026, 11, 24), "Libur");
    var offices = new Offices("Cabang", HOURS, closed, Duration.ofHours(2), CLAIMS);
    var now = LocalDateTime.parse("2026-11-20T09:00").atZone(ZONE);
    assertThat(offices.visits(now).stream().map(at -> at.toLocalDateTime().toString()))
        .containsExactly(
            "2026-11-23T08:00", "2026-11-23T11:00", "2026-11-25T08:00", "2026-11-25T11:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T10:00, 2026-11-25T16:00",
    "2026-11-20T10:00, 2026-11-26T16:00",
    "2026-11-21T10:00, 2026-11-26T16:00"
  })
  void decidesWithinWorkingDays(LocalDateTime complete, LocalDateTime until) {
    var closed = Map.of(LocalDate.of(2026, 11, 24), "Libur");
    var offices = new Offices("Cabang", HOURS, closed, Duration.ofHours(2), CLAIMS);
    assertThat(offices.promisedBy(complete.atZone(ZONE))).isEqualTo(until.atZone(ZONE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00, 2026-11-19T08:00",
    "2026-11-20T09:00, 2026-11-20T07:00",
    "2026-11-22T00:00, 2026-11-20T07:00",
    "2026-11-25T00:00, 2026-11-23T08:00"
  })
  void knowsItsLastOpeningBeforeADeadline(LocalDateTime deadline, LocalDateTime open) {
    var closed = Map.of(LocalDate.of(2026, 11, 24), "Libur");
    var offices = new Offices("Cabang", HOURS, closed, Duration.ofHours(2), CLAIMS);
    assertThat(offices.lastOpenBefore(deadline.atZone(ZONE))).isEqualTo(open.atZone(ZONE));
  }

  private static Offices.Hours hours(int open, int close) {
    return new Offices.Hours(LocalTime.of(open, 0), LocalTime.of(close, 0));
  }
}
