package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  @Test
  void writesAWorkbookWithLiveFormulasAndNoneFromText() throws IOException {
    var sheet =
        new Sheet(
            "Biaya",
            List.of(20, 15),
            List.of(
                List.of(Cell.bold("Kelompok"), Cell.bold("Biaya")),
                List.of(Cell.words("=cmd()"), Cell.rupiah(16_800)),
                List.of(Cell.words("kader"), Cell.whole(25)),
                List.of(
                    Cell.words("Jumlah"),
                    new Cell.Formula("SUM(B2:B3)", Cell.Format.RUPIAH),
                    Cell.EMPTY)));

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.bytes(List.of(sheet))))) {
      var read = book.getFirstSheet().read();
      assertThat(book.getFirstSheet().getName()).isEqualTo("Biaya");
      assertThat(read.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(read.get(1).getCell(0).getText()).isEqualTo("=cmd()");
      assertThat(read.get(1).getCell(1).asNumber()).isEqualByComparingTo("16800");
      assertThat(read.get(3).getCell(1).getFormula()).isEqualTo("SUM(B2:B3)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
  void whatLooksLikeAFormulaIsTextInAWorkbook(String evil) throws IOException {
    var sheet = new Sheet("x", List.of(), List.of(List.of(Cell.words(evil))));
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.bytes(List.of(sheet))))) {
      var cell = book.getFirstSheet().read().getFirst().getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.STRING);
      assertThat(cell.getFormula()).isNull();
      assertThat(cell.getText()).isEqualTo(evil);
    }
  }

  @Test
  void writesAPageThatCanBeReadAgain() throws IOException {
    byte[] pdf =
        Pdf.bytes(
            new Page(
                "Anggaran desa",
                List.of(
                    new Page.Words("Untuk 100 pekerja rentan."),
                    new Page.Table(
                        List.of("Bulan", "Biaya"),
                        List.of(List.of("Januari 2027", "Rp 1.680.000"))))));

    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Anggaran desa", "100 pekerja rentan", "Januari 2027", "Rp 1.680.000");
    }
  }

  @Test
  void drawsAPictureForAPhone() throws IOException {
    var chart =
        new BarChart(
            "Cakupan Kec. Tegaldlimo",
            "November 2026",
            List.of(
                new BarChart.Bar("Kedungasri", 0.5, "50%", true),
                new BarChart.Bar("x".repeat(300), 2, "9.999.999 (100%)", false)),
            0.4,
            "Garis merah: target 40%");

    var image = ImageIO.read(new ByteArrayInputStream(Png.bytes(chart)));
    assertThat(image.getWidth()).isEqualTo(1080);
    assertThat(image.getHeight()).isEqualTo(640);
    int bar = 250 + 56 + 22;
    assertThat(image.getRGB(300, bar) & 0xffffff).as("filled").isEqualTo(0x00796B);
    assertThat(image.getRGB(800, bar) & 0xffffff).as("not filled").isEqualTo(0xE3E9EC);
    assertThat(image.getRGB(60 + 384, bar) & 0xffffff).as("target").isEqualTo(0xC62828);
  }
}
