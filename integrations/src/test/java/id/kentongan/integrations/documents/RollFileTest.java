package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.roll.RollLine;
import id.kentongan.integrations.documents.RollFile.Found;
import id.kentongan.integrations.documents.RollFile.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollFileTest {
  private static final Parsers PARSERS = TestContent.load().parsers();

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ','",
    "UTF-8, ;",
    "windows-1252, ;",
    "windows-1252, '\t'",
    "UTF-16LE, ;",
    "UTF-16BE, ;"
  })
  void readsTextTables(Charset charset, String separator) {
    String mark = charset.name().startsWith("UTF-16") ? "\uFEFF" : "";
    String text = mark + "nama#nik\r\nJosé#3510171708850001\r\n\r\nBudi#=\"3510175708900002\"\r\n";
    assertThat(lines(text.replace("#", separator).getBytes(charset)))
        .containsExactly(
            new RollLine(1, List.of("nama", "nik")),
            new RollLine(2, List.of("José", "3510171708850001")),
            new RollLine(4, List.of("Budi", "3510175708900002")));
  }

  @Test
  void readsTextWithoutSeparators() {
    assertThat(lines(utf8("\uFEFFBudi 3510171708850001 petani\nSiti 3510175708900002 ojek")))
        .containsExactly(
            new RollLine(1, List.of("Budi 3510171708850001 petani")),
            new RollLine(2, List.of("Siti 3510175708900002 ojek")));
  }

  @Test
  void readsWorkbooksWithNumbersAsWritten() {
    byte[] file =
        book(
            sheet -> {
              sheet.value(1, 0, "nama");
              sheet.value(1, 1, "nik");
              sheet.value(1, 2, "tanggal lahir");
              sheet.value(1, 3, "penghasilan");
              sheet.value(3, 0, "Budi");
              sheet.value(3, 1, "3510171708850001");
              sheet.value(3, 2, java.time.LocalDate.of(1985, 8, 17));
              sheet.style(3, 2).format("dd/mm/yyyy").set();
              sheet.value(3, 3, 1_500_000);
              sheet.value(4, 1, 3510171708850001d);
            });
    assertThat(lines(file))
        .containsExactly(
            new RollLine(2, List.of("nama", "nik", "tanggal lahir", "penghasilan")),
            new RollLine(4, List.of("Budi", "3510171708850001", "17-08-1985", "1500000")),
            new RollLine(5, List.of("", "3.51017E+15")));
  }

  @Test
  void readsWorkbooksThatLeaveTheirStylesOut() throws IOException {
    Map<String, byte[]> parts = parts(book(sheet -> sheet.value(0, 0, "nama")));
    assertThat(parts.remove("xl/styles.xml")).isNotNull();
    assertThat(lines(zip(parts))).containsExactly(new RollLine(1, List.of("nama")));
    String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
    String fewer = types.replaceAll("<Override[^>]*styles[+]xml[^>]*/>", "");
    assertThat(fewer).isNotEqualTo(types);
    parts.put("[Content_Types].xml", utf8(fewer));
    assertThat(lines(zip(parts))).containsExactly(new RollLine(1, List.of("nama")));
  }

  @Test
  void refusesFormulasMergedCellsAndMacros() throws IOException {
    byte[] plain = book(sheet -> sheet.value(0, 0, "nama"));
    refused(book(sheet -> sheet.formula(4, 1, "A1*2")), Why.FORMULA, "B5");
    refused(utf8("nama;nik\nBudi;=HYPERLINK(\"x\")\n"), Why.FORMULA, "2");
    refused(
        book(
            sheet -> {
              sheet.value(0, 0, "DAFTAR");
              sheet.range(0, 0, 0, 3).merge();
            }),
        Why.MERGED_CELLS,
        "A1:D1");
    refused(with(plain, Map.of("xl/vbaProject.bin", utf8("x"))), Why.MACROS, "");
  }

  @Test
  void refusesWhatIsNoList() throws IOException {
    refused(new byte[0], Why.EMPTY, "");
    refused(utf8(" \n\n"), Why.EMPTY, "");
    refused(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, Why.PROGRAM, "");
    refused(utf8("%PDF-1.7\n\u0001\u0002"), Why.PICTURE, "");
    refused(
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}, Why.PICTURE, "");
    refused(
        "nama;nik\nBudi;3510171708850001".getBytes(StandardCharsets.UTF_16LE), Why.ENCODING, "");
    refused(utf8("Budi\u0001\u0002;3510171708850001"), Why.NOT_A_LIST, "");
    refused(zip(Map.of("word/document.xml", utf8("<w/>"))), Why.NOT_A_LIST, "");
    refused(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
        Why.OLD_OR_LOCKED_WORKBOOK,
        "");
    refused(utf8("nama;nik\n\"Budi;3510"), Why.DAMAGED, "");
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    refused(new byte[RollFile.LARGEST + 1], Why.TOO_LARGE, "");
    refused(utf8("Budi;3510171708850001\n".repeat(50_000)), Why.TOO_MANY_ROWS, "");
    refused(
        book(
            sheet -> {
              for (int i = 0; i < 50_000; i++) {
                sheet.value(i, 0, "Budi");
              }
            }),
        Why.TOO_MANY_ROWS,
        "");
    byte[] plain = book(sheet -> sheet.value(0, 0, "nama"));
    byte[] bomb = with(plain, Map.of("xl/media/image1.png", new byte[60 * 1024 * 1024]));
    assertThat(bomb.length).isLessThan(RollFile.LARGEST);
    refused(bomb, Why.TOO_LARGE, "");
  }

  @Test
  void refusesBrokenAndHostileWorkbooks() throws IOException {
    byte[] plain = book(sheet -> sheet.value(0, 0, "nama"));
    String hostile =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>";
    refused(with(plain, Map.of("xl/worksheets/sheet1.xml", utf8(hostile))), Why.DAMAGED, "");
    String far =
        "<worksheet><sheetData><row r=\"1\"><c"
            + " r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    refused(with(plain, Map.of("xl/worksheets/sheet1.xml", utf8(far))), Why.DAMAGED, "");
    var dice = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] broken = plain.clone();
      for (int n = 0; n < 5; n++) {
        broken[4 + dice.nextInt(broken.length - 4)] = (byte) dice.nextInt(256);
      }
      assertThat(RollFile.read(broken, PARSERS)).as("seed 7, " + i).isNotNull();
      byte[] cut = java.util.Arrays.copyOf(plain, dice.nextInt(plain.length));
      assertThat(RollFile.read(cut, PARSERS)).isInstanceOf(Found.Refused.class);
    }
  }

  private static List<RollLine> lines(byte[] file) {
    assertThat(RollFile.read(file, PARSERS)).isInstanceOf(Found.Lines.class);
    return ((Found.Lines) RollFile.read(file, PARSERS)).lines();
  }

  private static void refused(byte[] file, Why why, String where) {
    assertThat(RollFile.read(file, PARSERS)).isEqualTo(new Found.Refused(why, where));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] book(Consumer<Worksheet> filling) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      filling.accept(book.newWorksheet("Daftar"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A workbook with parts of our own in it or in place of its own.
  private static byte[] with(byte[] book, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> parts = parts(book);
    parts.putAll(more);
    return zip(parts);
  }

  private static Map<String, byte[]> parts(byte[] book) throws IOException {
    var parts = new java.util.LinkedHashMap<String, byte[]>();
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(book)).get()) {
      for (var part : java.util.Collections.list(zip.getEntries())) {
        parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
