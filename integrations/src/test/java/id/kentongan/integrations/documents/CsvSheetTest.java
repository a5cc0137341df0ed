package id.kentongan.integrations.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
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

  @Test
  void writesNumbersAndDaysAsWhoeverReadsThemNeedsThem() {
    var sheet =
        new Sheet(
            "x",
            List.of(),
            List.of(
                List.of(Cell.rupiah(42_000_000), Cell.whole(-5), Cell.whole(0)),
                List.of(
                    new Cell.Amount(0.125, Cell.Format.SHARE),
                    new Cell.Day(LocalDate.of(2026, 11, 2)),
                    new Cell.Moment(LocalDateTime.of(2026, 11, 2, 9, 0, 59))),
                List.of(new Cell.Formula("SUM(A1:A2)", Cell.Format.WHOLE), Cell.EMPTY)));
    assertThat(new String(CsvSheet.bytes(sheet), UTF_8))
        .isEqualTo("\uFEFF42000000,-5,0\r\n0.125,2026-11-02,2026-11-02T09:00\r\n,\r\n");
  }
}
