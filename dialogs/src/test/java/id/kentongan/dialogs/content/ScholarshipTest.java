package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.values.Rupiah;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScholarshipTest {
  private static final Rules RULES = TestContent.load().rules();

  @ParameterizedTest
  @CsvSource({
    // a child that begins at once gets the most that the regulation knows: 87 million
    "tk, 1, 4, 19, 2026, 2044, 87000000",
    "sd, 4, 10, 13, 2026, 2038, 67500000",
    "sma, 1, 16, 7, 2026, 2032, 57000000",
    "kuliah, 3, 21, 2, 2026, 2027, 24000000",
    "kuliah, 5, 22, 1, 2026, 2026, 12000000"
  })
  void countsSchoolYearsUntilTheAgeOrTheEnd(
      String level, int grade, int age, int years, int first, int last, long total) {
    var due = Scholarship.of(RULES.school(), new Pupil(level, grade, age), 2026);
    assertThat(due.years()).hasSize(years);
    assertThat(due.years().getFirst().begins()).isEqualTo(first);
    assertThat(due.years().getLast().begins()).isEqualTo(last);
    assertThat(due.total()).isEqualTo(new Rupiah(total));
  }

  @Test
  void hasNothingForWhoIsTooOldOrNotAtSchoolYet() {
    assertThat(Scholarship.of(RULES.school(), new Pupil("kuliah", 1, 23), 2026).years()).isEmpty();
    assertThat(Scholarship.of(RULES.school(), new Pupil(Scholarship.NOT_YET, 1, 3), 2026).years())
        .isEmpty();
  }

  /// As paid out in Batang in 2023.
  @Test
  void sumsUpADeathByAWorkAccident() {
    assertThat(AccidentBenefit.ofDeath(RULES.accident(), new Rupiah(1_000_000)).total())
        .isEqualTo(new Rupiah(70_000_000));
  }
}
