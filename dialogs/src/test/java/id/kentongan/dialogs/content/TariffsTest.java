package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TariffsTest {
  private static final YearMonth HALF = YearMonth.of(2026, 11);
  private static final YearMonth FULL = YearMonth.of(2027, 1);

  private final Tariffs tariffs = TestContent.load().tariffs();

  @ParameterizedTest(name = "band {0}")
  @CsvFileSource(resources = "bands.csv", numLinesToSkip = 1)
  void countsEachBandAsTheAnnexDoes(
      int number,
      long lowest,
      long highest,
      long base,
      long jkk,
      long jht,
      long two,
      long three,
      long twoHalf,
      long threeHalf) {
    long top = number == 33 ? 90_000_000 : highest;
    for (long income : new long[] {lowest, (lowest + top) / 2, top, top + 999}) {
      assertThat(tariffs.base(new Rupiah(income), FULL).amount()).isEqualTo(base);
      assertThat(total(Programme.basic(), income, FULL)).isEqualTo(two);
      assertThat(total(Programme.all(), income, FULL)).isEqualTo(three);
      assertThat(total(Programme.basic(), income, HALF)).isEqualTo(twoHalf);
      assertThat(total(Programme.all(), income, HALF)).isEqualTo(threeHalf);
    }
    assertThat(total(Set.of(Programme.JKK), lowest, FULL)).isEqualTo(jkk);
    assertThat(total(Set.of(Programme.JHT), lowest, HALF)).isEqualTo(jht);
    assertThat(tariffs.tariff(FULL).bands()).hasSize(33);
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER,     2026-03, 1, 16800",
    "OTHER,     2026-04, 1, 8400",
    "OTHER,     2026-12, 1, 8400",
    "OTHER,     2027-01, 1, 16800",
    "OTHER,     2026-11, 3, 33600",
    "TRANSPORT, 2025-12, 1, 16800",
    "TRANSPORT, 2026-01, 1, 8400",
    "TRANSPORT, 2027-03, 1, 8400",
    "TRANSPORT, 2027-04, 1, 16800",
    "TRANSPORT, 2026-11, 6, 58800",
    "OTHER,     2026-11, 12, 184800",
  })
  void halvesTheMonthsOfTheDiscountOnly(Sector sector, YearMonth first, int months, long total) {
    var price = tariffs.price(sector, new Rupiah(1_000_000), Programme.basic(), first, months);
    assertThat(price.total().amount()).isEqualTo(total);
    assertThat(price.months()).hasSize(months);
    assertThat(price.months().stream().mapToLong(m -> m.total().amount()).sum()).isEqualTo(total);
  }

  @Test
  void showsTheThreeMonthsOfATraderOneByOne() {
    var price = tariffs.price(Sector.OTHER, new Rupiah(1_000_000), Programme.basic(), HALF, 3);
    assertThat(price.months().stream().map(m -> m.total().toString()))
        .containsExactly("Rp 8.400", "Rp 8.400", "Rp 16.800");
    assertThat(price.months().stream().map(Tariffs.Month::discounted))
        .containsExactly(true, true, false);
  }

  @Test
  void leavesOldAgeSavingsUndiscounted() {
    var month =
        tariffs
            .price(Sector.OTHER, new Rupiah(1_000_000), Programme.all(), HALF, 1)
            .months()
            .getFirst();
    assertThat(month.jkk().amount()).isEqualTo(5_000);
    assertThat(month.jkm().amount()).isEqualTo(3_400);
    assertThat(month.jht().amount()).isEqualTo(20_000);
  }

  private long total(Set<Programme> programmes, long income, YearMonth month) {
    return tariffs.price(Sector.OTHER, new Rupiah(income), programmes, month, 1).total().amount();
  }
}
