package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficesTest {
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
}
