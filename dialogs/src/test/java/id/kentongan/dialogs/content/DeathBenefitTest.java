package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathBenefitTest {
  @ParameterizedTest
  @CsvSource({
    "0,  false,        0,        0, 10000000, 10000000",
    "1,  false,        0,        0, 10000000, 10000000",
    "2,  false,        0,        0, 10000000, 10000000",
    "3,  true,  20000000, 12000000, 10000000, 42000000",
    "48, true,  20000000, 12000000, 10000000, 42000000",
  })
  void paysAllFromTheThirdMonth(
      int months, boolean full, long grant, long periodic, long funeral, long total) {
    var benefit = DeathBenefit.of(TestContent.load().rules().death(), months);
    assertThat(benefit.full()).isEqualTo(full);
    assertThat(benefit.grant().amount()).isEqualTo(grant);
    assertThat(benefit.periodic().amount()).isEqualTo(periodic);
    assertThat(benefit.funeral().amount()).isEqualTo(funeral);
    assertThat(benefit.total().amount()).isEqualTo(total);
  }
}
