package id.kentongan.dialogs.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  private static final Expressions EXPRESSIONS =
      new Expressions(
          Map.of(
              "accident", List.of("kecelaka*", "jatuh"),
              "many", List.of("00 orang"),
              "status", List.of("masih aktif", "cek kepeserta*")));

  @ParameterizedTest
  @CsvSource({
    "tanya kecelakaan,tanya kecelakaan #accident",
    "kecelakaannya jatuh,kecelakaannya #accident jatuh #accident",
    "jatuhnya,jatuhnya",
    "cek kepesertaan saya,cek #status kepesertaan saya",
    "apa masih aktif,apa masih #status aktif",
    "apa masih,apa masih",
    "kecelak,kecelak",
    "'',''",
    "ada 25 orang,ada 25 #many orang",
    "ada 2 orang,ada 2 orang",
  })
  void marksWhatAMessageSpeaksOf(String normal, String marked) {
    assertThat(EXPRESSIONS.marked(normal)).isEqualTo(marked);
  }
}
