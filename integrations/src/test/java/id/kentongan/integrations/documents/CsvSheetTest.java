package id.kentongan.integrations.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+62", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1"})
  void nothingThatSomebodyTypedIsAFormula(String evil) {
    assertThat(CsvSheet.safe(evil)).isEqualTo("'" + evil);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\r", "\n"})
  void norBehindWhatIsDropped(String blank) {
    assertThat(CsvSheet.safe(blank + "x")).isEqualTo("'" + blank + "x");
    assertThat(CsvSheet.safe(blank + "=1")).isEqualTo("'" + blank + "'=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Siti;", "Siti\t", "jatuh\n", "jatuh\r\n", "Siti;\"", "\""})
  void norWhereAnotherSpreadsheetBeginsACell(String before) {
    assertThat(CsvSheet.safe(before + "=1;x")).isEqualTo(before + "'=1;x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Siti", "35.10", "a=b", "a, -b", "2 + 2", "siti@desa.id", "'"})
  void everythingElseStaysAsItIs(String plain) {
    assertThat(CsvSheet.safe(plain)).isEqualTo(plain);
  }

  @Test
  void writesWhatASpreadsheetReads() {
    var sheet =
        new Sheet(
            "x",
            List.of(),
            List.of(
                List.of(Cell.bold("Nama"), Cell.bold("Desa")),
                List.of(Cell.words("Siti \"Ayu\", Bu"), Cell.words(""))));
    assertThat(new String(CsvSheet.bytes(sheet), UTF_8))
        .isEqualTo("\uFEFFNama,Desa\r\n\"Siti \"\"Ayu\"\", Bu\",\r\n");
  }
}
