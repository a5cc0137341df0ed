package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.RollFile;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An agent sends lists on Telegram, through the whole gateway.
final class WholeBatchTest {
  private static final String VILLAGE = "35.10.04.2005";
  private static final int PEOPLE = 1200;

  @TempDir Path folder = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void anAgentSendsAWorkbookAndGetsProgressQuestionsAndTheResult() throws IOException {
    var program = new Program(folder, telegram, "webhook");
    try (Wiring wiring = program.start()) {
      var rina = agent(program, wiring);
      telegram.has("list", Buffer.buffer(workbook()));
      rina.sendsFile("list", Xlsx.TYPE);
      rina.hearsSometime("1.200 baris: 1.198 siap didaftarkan, 1 perlu dibetulkan, 1 tidak perlu");
      rina.presses("programmes.2");
      rina.hearsSometime("berapa bulan");
      rina.presses("months.1");
      rina.hearsSometime("(?s)1.198 orang.*November 2026.*Semuanya setuju");
      rina.presses("batch.yes");
      rina.hearsSometime("500 dari 1.198 orang sudah didaftarkan");
      rina.hearsSometime("1.000 dari 1.198 orang sudah didaftarkan");
      rina.hearsSometime("(?s)1.198 orang sudah.*Baris 8: Budi Santoso; 3510••••0007; xyzzy");
      rina.writes("petani");
      rina.hearsSometime("(?s)Baris 8 sudah.*Selesai: 1.199 terdaftar, 1 tidak perlu");
      rina.hearsSometime("file hasilnya");
      List<Row> result = rows(telegram.documents.getFirst());
      assertThat(result).hasSize(PEOPLE + 1);
      assertThat(result.get(1).getCellText(1)).isEqualTo("Budi Santoso");
      assertThat(result.get(1).getCellText(2)).isEqualTo("3510••••••••0001");
      assertThat(result.get(1).getCellText(4)).startsWith("DFT-2026-");
      assertThat(result.get(5).getCellText(3)).isEqualTo("sama dengan baris 5");

      rina.sendsFile("list", Xlsx.TYPE);
      rina.hearsSometime("(?s)sama sudah pernah dikirim.*Tidak ada yang didobel");
      rina.hearsSometime("file hasilnya");
      assertThat(rows(telegram.documents.getLast())).hasSize(PEOPLE + 1);
    }
  }

  /// Each sentence in which a refusal is told, by the name of its reason.
  @ParameterizedTest
  @EnumSource(RollFile.Why.class)
  void everyRefusalHasItsSentence(RollFile.Why why) {
    String key = "batch.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(id.kentongan.dialogs.content.TestContent.load().words().has(key)).isTrue();
  }

  private Villager agent(Program program, Wiring wiring) {
    var rina = new Villager(44, telegram, program.clock, Program.webhook(wiring.port()));
    rina.writes("masuk agen " + program.invites("Rina", VILLAGE));
    rina.hearsSometime("Selamat bertugas, Rina");
    return rina;
  }

  /// The fifth is the fourth once more, and the seventh does what nobody knows.
  private static byte[] workbook() {
    var rows = new ArrayList<List<Cell>>();
    rows.add(List.of(Cell.words("Nama"), Cell.words("NIK"), Cell.words("Pekerjaan")));
    for (int i = 1; i <= PEOPLE; i++) {
      String nik = "351004%02d0885%04d".formatted(10, i == 5 ? 4 : i);
      rows.add(
          List.of(
              Cell.words("Budi Santoso"),
              Cell.words(nik),
              Cell.words(i == 7 ? "xyzzy" : "petani")));
    }
    return Xlsx.bytes(List.of(new Sheet("Daftar", List.of(), rows)));
  }

  private static List<Row> rows(Buffer book) throws IOException {
    try (var opened = new ReadableWorkbook(new ByteArrayInputStream(book.getBytes()))) {
      return Objects.requireNonNull(opened.getFirstSheet()).read();
    }
  }
}
