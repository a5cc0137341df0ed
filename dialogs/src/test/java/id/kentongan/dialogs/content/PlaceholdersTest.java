package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private final Content content = TestContent.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11 | price.other.2 | Rp 8.400",
        "2026-11 | price.other.3 | Rp 28.400",
        "2026-11 | price.other.2.full | Rp 16.800",
        "2026-11 | price.other.2.next | Rp 16.800",
        "2026-11 | price.other.3.next | Rp 36.800",
        "2027-01 | price.other.2 | Rp 16.800",
        "2027-01 | price.transport.2 | Rp 8.400",
        "2027-04 | price.transport.2 | Rp 16.800",
        "2026-11 | discount.other.share | 50%",
        "2026-11 | discount.other.last | Desember 2026",
        "2026-11 | discount.other.next | Januari 2027",
        "2027-02 | discount.transport.last | Maret 2027",
        "2026-11 | month | November 2026",
        "2026-11 | income.least | Rp 1.000.000",
        "2026-11 | jkk.rate | 1%",
        "2026-11 | jkm.price | Rp 6.800",
        "2026-11 | jht.rate | 2%",
        "2026-11 | jht.least | Rp 20.000",
        "2026-11 | periods | 1, 3, 6 atau 12",
        "2026-11 | jkm.full | Rp 42.000.000",
        "2026-11 | jkm.grant | Rp 20.000.000",
        "2026-11 | jkm.periodic | Rp 12.000.000",
        "2026-11 | jkm.funeral | Rp 10.000.000",
        "2026-11 | jkm.months | 3",
        "2026-11 | age.limit | 65",
      })
  void hasTheFigureOfTheMonth(YearMonth now, String name, String figure) {
    var figures = new Placeholders(content.tariffs(), content.rules(), now);
    assertThat(figures.value(name)).contains(figure);
    assertThat(figures.fill("a {" + name + "} b")).isEqualTo("a " + figure + " b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "price",
        "price.other",
        "price.other.4",
        "price.fisher.2",
        "price.other.2.x",
        "price.other.2.full.full",
        "discount.other",
        "discount.other.x",
        "discount",
        "colour",
        "price.other.2.next",
        "discount.other.last"
      })
  void hasNothingForWhatIsNotKnownOrOver(String name) {
    var figures = new Placeholders(content.tariffs(), content.rules(), YearMonth.of(2027, 1));
    assertThat(figures.value(name)).isEmpty();
    assertThatThrownBy(() -> figures.fill("{" + name + "}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsRightBeforeAndAfterTheDiscountEnds() {
    String text = "{price.other.2} dan {price.transport.2}, {month}";
    assertThat(Placeholders.fill(text, content.tariffs(), content.rules(), YearMonth.of(2026, 12)))
        .isEqualTo("Rp 8.400 dan Rp 8.400, Desember 2026");
    assertThat(Placeholders.fill(text, content.tariffs(), content.rules(), YearMonth.of(2027, 1)))
        .isEqualTo("Rp 16.800 dan Rp 8.400, Januari 2027");
  }
}
