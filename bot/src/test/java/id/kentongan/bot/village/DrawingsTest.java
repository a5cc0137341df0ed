package id.kentongan.bot.village;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.content.BudgetCost;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.WorkerCategory;
import id.kentongan.integrations.Villages.Village;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.documents.Png;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class DrawingsTest {
  private static final Content CONTENT = YamlContent.load(Path.of("../config")).content();

  private static final Budget BUDGET =
      new Budget(
          List.of(
              new Budget.Group(WorkerCategory.VULNERABLE, 100, new Rupiah(1_000_000)),
              new Budget.Group(WorkerCategory.BPD, 9, new Rupiah(1_500_000))),
          Programme.basic(),
          YearMonth.of(2026, 12),
          3,
          Payer.VILLAGE,
          new Rupiah(6_000_000));

  @Test
  void aBudgetsFormulasComeToWhatTheChatTells() throws IOException {
    Drawn drawn = new BudgetDrawing(CONTENT).draw(BUDGET, DrawnAs.SHEET);
    List<Row> groups = rows(drawn, 0);
    List<Row> months = rows(drawn, 1);
    long jkm = at(groups, 4).getCell(1).asNumber().longValue();
    double jkk = at(groups, 3).getCell(1).asNumber().doubleValue();
    double month = 0;
    for (Row group : List.of(at(groups, 8), at(groups, 9))) {
      double base = group.getCell(2).asNumber().doubleValue();
      month += group.getCell(1).asNumber().doubleValue() * (base * jkk + jkm);
      assertThat(group.getCell(3).getFormula()).isEqualTo("C" + group.getRowNum() + "*$B$3");
      assertThat(group.getCell(8).getFormula())
          .isEqualTo("B%1$d*H%1$d".formatted(group.getRowNum()));
    }

    assertThat(drawn.name()).isEqualTo("anggaran-109-orang.xlsx");
    assertThat(Math.round(3 * month))
        .isEqualTo(BudgetCost.of(CONTENT.tariffs(), BUDGET).total().amount())
        .isEqualTo(3 * (100 * 16_800 + 9 * 22_800));
    assertThat(months).hasSize(4);
    assertThat(months.get(1).getCell(2).getFormula())
        .isEqualTo("SUMPRODUCT(Anggaran!$B$8:$B$9,Anggaran!$F$8:$F$9*(1-B2)+Anggaran!$G$8:$G$9)");
    assertThat(at(groups, 12).getCell(1).getFormula()).isEqualTo("SUM(Bulanan!C2:C4)");
    assertThat(at(groups, 13).getCell(1).asNumber()).isEqualByComparingTo("6000000");
    assertThat(at(groups, 14).getCell(1).getFormula()).isEqualTo("IF(B13=\"\",\"\",B13-B12)");
  }

  @Test
  void aBudgetsPageSaysEachMonthAndTheDoubt() throws IOException {
    Drawn drawn = new BudgetDrawing(CONTENT).draw(BUDGET, DrawnAs.PAGE);
    try (var document = Loader.loadPDF(drawn.bytes().getBytes())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("pekerja rentan 100 Rp 16.800", "Desember 2026 Rp 1.885.200")
          .contains("Total semua bulan Rp 5.655.600", "masih sisa Rp 344.400", "4.713.000");
    }
  }

  @Test
  void aCoverageWorkbookListsEveryVillageAndHidesTheFew() throws IOException {
    var place = new AreaCoverage.Place("35.10.04.2003", "Kedungasri", 200, 70, false);
    var few = new AreaCoverage.Place("35.10.04.2004", "Kedungwungu", 100, 0, true);
    var coverage =
        new AreaCoverage(
            new AreaCoverage.Area("35.10.04", "Tegaldlimo", List.of("Banyuwangi")),
            YearMonth.of(2026, 11),
            new AreaCoverage.Totals(300, 73, false, 120L),
            List.of(new AreaCoverage.Part(null, 300, 73)),
            List.of(new AreaCoverage.Year(2026, 3, 70, false)),
            List.of(place, few),
            false);
    List<Village> villages =
        List.of(
            new Village(place, "Tegaldlimo", "Banyuwangi"),
            new Village(few, "Tegaldlimo", "Banyuwangi"));
    var drawing = new CoverageDrawing(CONTENT.words());
    Drawn drawn = drawing.draw(coverage, villages, DrawnAs.SHEET);

    assertThat(rows(drawn, 3).get(1).getCell(2).asNumber()).isEqualByComparingTo("70");
    assertThat(rows(drawn, 3).get(1).getCell(3).getFormula()).isEqualTo("IF(B2=0,0,C2/B2)");
    assertThat(rows(drawn, 3).get(2).getCell(2).asString()).isEqualTo("kurang dari 5");
    assertThat(rows(drawn, 0).get(4).getCell(2).asNumber()).isEqualByComparingTo("120");
    var png = drawing.draw(coverage, List.of(), DrawnAs.PICTURE);
    var image = ImageIO.read(new ByteArrayInputStream(png.bytes().getBytes()));
    assertThat(image.getWidth()).isEqualTo(1080);
    assertThat(image.getHeight()).isEqualTo(250 + 3 * 130 + 130);
    assertThat(drawing.size(coverage)).isEqualTo(new Png.Size(image.getWidth(), image.getHeight()));
  }

  private static Row at(List<Row> rows, int number) {
    return rows.stream().filter(row -> row.getRowNum() == number).findFirst().orElseThrow();
  }

  private static List<Row> rows(Drawn drawn, int sheet) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(drawn.bytes().getBytes()))) {
      return book.getSheet(sheet).orElseThrow().read();
    }
  }
}
