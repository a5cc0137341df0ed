package id.kentongan.dialogs.ear.parse;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Income.Per;
import id.kentongan.dialogs.values.Rupiah;
import org.junit.jupiter.api.Test;

class ClearValuesTest {
  private static final Parsers PARSERS = TestContent.load().parsers();

  @Test
  void takesMoneyAndMonthsOutOfAFreeMessage() {
    String text = "saya petani penghasilan dua juta mau daftar, 3 bulan";

    assertThat(PARSERS.clearMoney(text))
        .containsExactly(new Income(new Rupiah(2_000_000), Per.MONTH));
    assertThat(PARSERS.clearMonths(text)).containsExactly(3);
  }

  @Test
  void takesHowOftenMoneyComesForNoMonths() {
    assertThat(PARSERS.clearMonths("gaji 2jt sebulan")).isEmpty();
    assertThat(PARSERS.clearMonths("petani, sejuta sebulan, 2 program, 3 bulan"))
        .containsExactly(3);
    assertThat(PARSERS.clearMoney("60rb sehari"))
        .containsExactly(new Income(new Rupiah(60_000), Per.DAY));
  }

  @Test
  void takesAboutSoMuchAMonthForMoney() {
    for (String text :
        new String[] {
          "500an ribu lah sebulan, ga tentu", "500-an rb sebulan", "sebulan 500nan ribu"
        }) {
      assertThat(PARSERS.clearMoney(text))
          .as(text)
          .containsExactly(new Income(new Rupiah(500_000), Per.MONTH));
      assertThat(PARSERS.clearMonths(text)).as(text).isEmpty();
    }
  }

  @Test
  void takesNoPlainNumberForMoney() {
    assertThat(PARSERS.clearMoney("081234567890 lahir 17081985 nik 3510172908850003")).isEmpty();
    assertThat(PARSERS.clearMonths("rt 3 rw 6")).isEmpty();
  }
}
