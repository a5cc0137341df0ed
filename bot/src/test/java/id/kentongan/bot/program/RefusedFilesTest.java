package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import id.kentongan.integrations.documents.Xlsx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no lists, or do harm, sent by an agent on Telegram through the whole gateway:
/// each is refused with what to do instead, and the next list is taken all the same.
final class RefusedFilesTest {
  private static final String CSV = "text/csv";
  private static final String PROGRAM = "application/octet-stream";

  @TempDir Path folder = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  /// What is sent, as what, and what is said to it.
  private record Refused(String what, Buffer bytes, String type, String sentence) {
    Refused(String what, byte[] bytes, String type, String sentence) {
      this(what, Buffer.buffer(bytes), type, sentence);
    }
  }

  @Test
  void eachIsRefusedWithWhatToDoAndTheNextListIsTaken() throws IOException {
    var program = new Program(folder, telegram, "webhook");
    try (Wiring wiring = program.start()) {
      var rina = new Villager(44, telegram, program.clock, Program.webhook(wiring.port()));
      rina.writes("masuk agen " + program.invites("Rina", "35.10.04.2005"));
      rina.hearsSometime("Selamat bertugas, Rina");
      for (Refused file : files()) {
        telegram.has(file.what(), file.bytes());
        rina.sendsFile(file.what(), file.type());
        rina.hearsSometime(file.sentence());
      }
      rina.writes("Budi; 3510041708850001; petani\nSiti; 3510045708900002; jualan sayur");
      rina.hearsSometime("Terbaca 2 baris: 2 siap didaftarkan");
      assertThat(telegram.documents).isEmpty();
    }
  }

  private List<Refused> files() throws IOException {
    byte[] plain = book(sheet -> sheet.value(0, 0, "nama"));
    return List.of(
        new Refused("formula", book(s -> s.formula(4, 1, "A1*2")), Xlsx.TYPE, "Ada rumus di B5"),
        new Refused(
            "merged",
            book(
                sheet -> {
                  sheet.value(0, 0, "DAFTAR WARGA");
                  sheet.range(0, 0, 0, 3).merge();
                }),
            Xlsx.TYPE,
            "sel yang digabung di A1:D1"),
        new Refused("macros", with(plain, "xl/vbaProject.bin", new byte[] {1}), Xlsx.TYPE, "makro"),
        new Refused(
            "bomb",
            with(plain, "xl/media/image1.png", new byte[60 * 1024 * 1024]),
            Xlsx.TYPE,
            "terlalu besar"),
        new Refused(
            "encoding",
            "Nama;NIK\nBudi;3510171708850001".getBytes(StandardCharsets.UTF_16LE),
            CSV,
            "Huruf di file itu tidak terbaca"),
        new Refused("rows", book(RefusedFilesTest::rows), Xlsx.TYPE, "terlalu panjang"),
        new Refused("program", program(), Xlsx.TYPE, "Itu file program"),
        new Refused("locked", locked(), PROGRAM, "dikunci kata sandi"));
  }

  private static void rows(Worksheet sheet) {
    for (int i = 0; i < 50_000; i++) {
      sheet.value(i, 0, "Budi");
      sheet.value(i, 1, "3510041708850001");
    }
  }

  /// A program of Windows under the name of a workbook.
  private static byte[] program() {
    byte[] bytes = new byte[2048];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    return bytes;
  }

  /// How Excel keeps a workbook with a password: not as an archive.
  private static byte[] locked() {
    byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    byte[] bytes = Arrays.copyOf(head, 4096);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 1024, name.length);
    return bytes;
  }

  private static byte[] book(Consumer<Worksheet> filling) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      filling.accept(book.newWorksheet("Daftar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A workbook with one more part in it.
  private byte[] with(byte[] book, String name, byte[] part) throws IOException {
    Path file = Files.write(folder.resolve("book.zip"), book);
    var out = new ByteArrayOutputStream();
    try (var in = new ZipFile(file.toFile());
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(in.getInputStream(entry).readAllBytes());
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(part);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
