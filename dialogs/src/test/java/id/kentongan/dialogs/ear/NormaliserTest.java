package id.kentongan.dialogs.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
  private final Normaliser normaliser =
      new Normaliser(
          Map.of("brp", "berapa", "sy", "saya", "byr", "bayar", "pira", "berapa"),
          new WordLists(
              Map.of(
                  "endings", List.of("nya"),
                  "dead-or-off", List.of("mati"),
                  "off", List.of("nonaktif"),
                  "things", List.of("kartu"),
                  "people", List.of("suami"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pak BRP iuran??|pak berapa iuran",
        "sy   mau\u00a0daftar|saya mau daftar",
        "iyaaaaa|iyaa",
        "brpnya|berapanya",
        "carabyrnya|carabyrnya",
        "hari2|hari",
        "pira|berapa",
        "ｂｒｐ|berapa",
        "pèssè|pesse",
        "ga' tau|ga tau",
        "kartu saya mati|kartu saya nonaktif",
        "suami saya mati|suami saya mati",
        "'   '|''"
      })
  void bringsIntoNormalForm(String text, String normal) {
    assertThat(normaliser.normal(text)).isEqualTo(normal);
  }

  @Test
  void keepsSymbolsAsWords() {
    assertThat(normaliser.normal("ok👍")).isEqualTo("ok 👍");
  }

  @Test
  void foldsWithoutReplacingSlang() {
    assertThat(normaliser.folded("Pira, Pak?")).isEqualTo("pira pak");
  }

  @Test
  void readsLongTextsToTheirBound() {
    assertThat(normaliser.normal("a ".repeat(100_000)).length()).isLessThan(2000);
  }
}
