package id.kentongan.integrations.postgres.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20", "2026-12-31", "2027-01-01", "2028-02-29", "2027-03-31"})
  void hasEveryConditionOnEveryDay(LocalDate today) {
    assertThat(Sample.people(today).stream().map(Sample.Person::member).filter(Objects::nonNull))
        .extracting(Sample.Member::condition)
        .contains(
            Standing.ACTIVE,
            Standing.UNDER_THREE_MONTHS,
            Standing.IN_ARREARS,
            Standing.LAPSED,
            Standing.DEAD);
  }

  @Test
  void isInventedAndFitsTogether() throws IOException {
    var today = LocalDate.of(2026, 11, 20);
    String regions = Files.readString(Path.of("../config/regions.csv"));
    for (Sample.Person person : Sample.people(today)) {
      assertThat(person.nik().digits()).matches("[0-9]{12}9[0-9]{3}");
      assertThat(person.nik().birthDate(today)).contains(person.birthDate());
      assertThat(regions).contains("\n" + person.village() + ",");
      assertThat(person.nik().district())
          .isEqualTo(person.village().replace(".", "").substring(0, 6));
    }
    assertThat(Sample.people(today)).doesNotHaveDuplicates().hasSize(7);
  }
}
