package id.kentongan.dialogs.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "iya", "👨‍👩‍👧 ꦲꦶꦏꦶ\n\tapa?", "\uFFFD"})
  void leavesGoodTextAlone(String text) {
    assertThat(Legible.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a\u0000b, a\uFFFDb",
    "\uD83D, \uFFFD",
    "\uDE00\uD83D, \uFFFD\uFFFD",
    "👍\uD83D👍, 👍\uFFFD👍"
  })
  void replacesWhatNoStoreHolds(String text, String mended) {
    assertThat(Legible.of(text)).isEqualTo(mended);
    assertThat(new Inbound.Words(text, false).text()).isEqualTo(mended);
    assertThat(new Event.Tapped(text).choice()).isEqualTo(mended);
  }
}
