package id.kentongan.bot.made;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.Pdf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

class ClaimPageTest {
  private static final Answer.ClaimRead CLAIM =
      new Answer.ClaimRead(
          "JKM-2026-000001",
          new Code("K7M4-92QX"),
          new Answer.Family(
              "Budi Santoso",
              "3510********0001",
              LocalDate.of(2026, 11, 19),
              "Siti Aminah",
              Relation.WIFE),
          List.of("family-card", "heir-letter", "unknown"),
          "Kantor Cabang Banyuwangi",
          Instant.parse("2026-11-23T01:00:00Z"),
          true);

  private final Page page =
      new ClaimPage(YamlContent.load(Path.of("../config"))::content, "https://kentongan.example")
          .of(CLAIM);

  @Test
  void namesWhatIsKnownAndACodeThatAnyoneChecks() {
    assertThat(page.title()).startsWith("CONTOH");
    assertThat(page.toString())
        .contains("Budi Santoso", "19 November 2026", "Siti Aminah", "istri")
        .contains("Senin, 23 November 2026 pukul 08.00")
        .contains("Kartu keluarga (KK), Surat ahli waris")
        .contains("https://kentongan.example/verify/K7M4-92QX")
        .doesNotContain("unknown", "{");
  }

  @Test
  void isOnePage() throws IOException {
    try (var reader = new PdfReader(Pdf.bytes(page))) {
      assertThat(reader.getNumberOfPages()).isEqualTo(1);
    }
  }
}
