package id.kentongan.bot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.parse.Kind;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.CsvSheet;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.PaperCheck;
import id.kentongan.integrations.documents.Pdf;
import id.kentongan.integrations.documents.RollFile;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What reads bytes or texts of others, in process, with changed ones by the thousand: it gives a
/// value or says what is wrong, and never throws anything else, nor goes on for ever.
@Timeout(120)
class ReadersFuzzTest {
  private static final long SEED = Long.getLong("seed", 1L);
  private static final Path CONFIG = Path.of("../config");
  private static final Content CONTENT = YamlContent.load(CONFIG).content();

  @Test
  void listsOfPeople() {
    var rows =
        List.of(
            List.of(Cell.words("nama"), Cell.words("nik"), Cell.words("penghasilan")),
            List.of(Cell.words("Budi"), Cell.words("3510171708850001"), Cell.rupiah(1_500_000)));
    var sheet = new Sheet("Daftar", List.of(20, 20, 20), rows);
    fuzzed(1_500, Xlsx.bytes(List.of(sheet)), ReadersFuzzTest::rows);
    fuzzed(5_000, CsvSheet.bytes(sheet), ReadersFuzzTest::rows);
    fuzzed(
        5_000,
        bytes("1. Budi 3510171708850001 petani\n2. Siti, 3510174505900002"),
        ReadersFuzzTest::rows);
  }

  private static Object rows(byte[] file) {
    return RollFile.read(file, CONTENT.parsers());
  }

  @Test
  void tables() {
    fuzzed(
        5_000,
        bytes("kode;nama;\"a;b\"\n35.10;\"Banyu\"\"wangi\";x\n"),
        table -> {
          try (CsvTable opened = CsvTable.open(new ByteArrayInputStream(table))) {
            opened.each(row -> assertThat(row.line()).isPositive());
          } catch (TableFile.Broken | IOException told) {
            assertThat(told.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void papers() throws IOException {
    var check = new PaperCheck(new PaperCheck.Least(600, 40, 20, 50_000_000, 40));
    byte[] pdf = Pdf.bytes(new Page("Surat", List.of(new Page.Words("kematian"))));
    // why so few: each is read in a process of its own, a tenth of a second and more.
    fuzzed(60, pdf, paper -> check.look("application/pdf", paper));
    for (String type : List.of("jpeg", "png")) {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), type, bytes);
      fuzzed(1_500, bytes.toByteArray(), paper -> check.look("image/" + type, paper));
    }
  }

  @Test
  void valuesThatPeopleWrite() {
    var known = new Kind.Known(LocalDate.of(2026, 11, 20), CONTENT.parsers(), CONTENT.places());
    List<String> said =
        List.of(
            "3510171708850003",
            "17 agustus 1985",
            "satu juta lima ratus ribu sebulan",
            "0812-9876-5443",
            "tiga bulan",
            "Slamet Riyadi bin Karto",
            "petani padi",
            "iya setuju",
            "istri saya",
            "desa Tegaldlimo kecamatan Tegaldlimo",
            "JKK sama JKM");
    for (Kind kind : Kind.values()) {
      for (String one : said) {
        fuzzed(
            80,
            bytes(one),
            text ->
                assertThat(kind.parse(new String(text, StandardCharsets.UTF_8), known).line())
                    .isNotNull());
      }
    }
  }

  /// What is stored is sealed, so only a fault of ours could bring such bytes: an exception then,
  /// but no stack that overflows and no memory that ends.
  @Test
  void storedConversations() throws IOException {
    var stored = DialogMind.stored();
    try (Stream<Path> files = Files.list(Path.of("../dialogs/src/test/resources/stored"))) {
      for (Path file : files.toList()) {
        fuzzed(
            2_000,
            Files.readAllBytes(file),
            json -> {
              try {
                stored.known(json);
              } catch (RuntimeException refused) {
                assertThat(refused.getCause() instanceof Error).isFalse();
              }
            });
      }
    }
  }

  @Test
  void contentThatOfficersWrite() throws IOException {
    var random = new Random(SEED);
    try (Stream<Path> files = Files.walk(CONFIG)) {
      List<Path> all =
          new ArrayList<>(
              files
                  .filter(f -> f.toString().matches(".*/(answers|words)/.*\\.yaml"))
                  .sorted()
                  .toList());
      assertThat(all).isNotEmpty();
      for (int i = 0; i < 40; i++) {
        Path file = all.get(random.nextInt(all.size()));
        byte[] changed = new Mutation(random).tokens(Files.readAllBytes(file));
        String text = new String(changed, StandardCharsets.UTF_8);
        var loaded = YamlContent.load(CONFIG, Map.of(CONFIG.relativize(file).toString(), text));
        assertThat(loaded.sound() || !loaded.faults().isEmpty()).isTrue();
      }
    }
  }

  private static void fuzzed(int times, byte[] genuine, Consumer<byte[]> reader) {
    reader.accept(genuine);
    for (int i = 0; i < times; i++) {
      var mutation = new Mutation(new Random(SEED * 7_919 + i));
      byte[] changed = i % 3 == 0 ? mutation.tokens(genuine) : mutation.havoc(genuine);
      try {
        reader.accept(changed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        throw new AssertionError("seed " + SEED + ", change " + i, thrown);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
