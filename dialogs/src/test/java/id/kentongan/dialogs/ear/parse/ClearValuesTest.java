package id.kentongan.dialogs.ear.parse;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Income.Per;
import id.kentongan.dialogs.values.Rupiah;
import org.junit.jupiter.api.Test;

class ClearValuesTest {
  @Test
  void takesMoneyAndMonthsOutOfAFreeMessage() {
    String text = "saya petani penghasilan dua juta mau daftar, 3 bulan";

    assertThat(Parsers.clearMoney(text))
        .containsExactly(new Income(new Rupiah(2_000_000), Per.MONTH));
    assertThat(Parsers.clearMonths(text)).containsExactly(3);
  }

  @Test
  void takesHowOftenMoneyComesForNoMonths() {
    assertThat(Parsers.clearMonths("gaji 2jt sebulan")).isEmpty();
    assertThat(Parsers.clearMoney("60rb sehari"))
        .containsExactly(new Income(new Rupiah(60_000), Per.DAY));
  }

  @Test
  void takesNoPlainNumberForMoney() {
    assertThat(Parsers.clearMoney("081234567890 lahir 17081985 nik 3510172908850003")).isEmpty();
    assertThat(Parsers.clearMonths("rt 3 rw 6")).isEmpty();
  }
}
