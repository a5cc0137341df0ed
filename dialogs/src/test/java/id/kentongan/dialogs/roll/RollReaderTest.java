package id.kentongan.dialogs.roll;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.roll.RollRow.Bad;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.roll.RollRow.Twice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollReaderTest {
  private static final Content CONTENT = TestContent.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Place HOME = CONTENT.places().byCode("35.10.04.2003").orElseThrow();
  private static final RollReader READER =
      new RollReader(CONTENT, TODAY, new RollDefaults(HOME, new Rupiah(1_000_000)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Budi Santoso; 3510171708850001; 17-08-1985; petani; 1500000; Tegaldlimo; 081234567890",
        "1. Budi Santoso, 3510171708850001, 17 Agustus 1985, petani, 1,5 juta, Tegaldlimo,"
            + " 0812-3456-7890",
        "3510171708850001\tBUDI SANTOSO\tTegaldlimo\tpetani\tRp 1.500.000\t+62 812 3456 7890",
        "Budi Santoso 3510171708850001 17/08/1985 petani 1,5 jt Tegaldlimo 081234567890",
        "budi santoso 3510 1717 0885 0001 petani tegaldlimo 0812 3456 7890 1.500.000/bulan",
        "081234567890 | 1,500,000 | petani | 3510171708850001 | Budi Santoso | Desa Tegaldlimo",
        "- Nama: Budi Santoso; NIK: 3510171708850001; Desa: Tegaldlimo; Pekerjaan: petani;"
            + " Penghasilan: 1,5 juta sebulan; HP: 081234567890",
        "Budi Santoso, 3510171708850001, Banyuwangi, 17-08-1985, petani, Tegaldlimo,"
            + " 81234567890, 1500rb",
        "Tegaldlimo / Budi Santoso / 3510171708850001 / petani / 1500000 / 081234567890",
      })
  void readsALineInAnySensibleOrder(String line) {
    Good row = good(READER.read(lines(line)).getFirst());
    assertThat(row.person().name()).isEqualTo("Budi Santoso");
    assertThat(row.person().nik().digits()).isEqualTo("3510171708850001");
    assertThat(row.person().birthDate()).isEqualTo("1985-08-17");
    assertThat(row.person().phone()).isEqualTo(new Phone("+6281234567890"));
    assertThat(row.person().village().code()).isEqualTo("35.10.04.2005");
    assertThat(row.work().occupation().name()).isEqualTo("petani");
    assertThat(row.work().monthly()).isEqualTo(new Rupiah(1_500_000));
  }

  @Test
  void takesWhatIsNotToldFromTheDefaults() {
    Good row = good(READER.read(lines("Siti Aminah 3510175708900002 jualan")).getFirst());
    assertThat(row.person().village()).isEqualTo(HOME);
    assertThat(row.work().monthly()).isEqualTo(new Rupiah(1_000_000));
    assertThat(row.person().phone()).isNull();
    assertThat(row.person().birthDate()).isEqualTo("1990-08-17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Budi; 351017170885001; petani                     | NIK        | nik.too-short
          Budi; 081234567890; petani                        | NIK        | nik.missing
          Budi; 3,51017E+15; petani                         | NIK        | roll.shortened
          3510171708850001; petani                          | NAME       | name.missing
          Budi; 3510171708850001                            | OCCUPATION | occupation.unknown
          Budi; 3510171708850001; pns                       | OCCUPATION | occupation.employee
          Budi; 3510171708850001; petani; 18-08-1985        | BIRTH      | roll.birth-differs
          Budi; 3510171708500001; petani                    | NIK        | roll.too-old
          Budi; 3510171708850001; petani; Desa Antahberantah | VILLAGE   | place.unknown
          Budi; 3510171708850001; petani; HP: 0812          | PHONE      | phone.too-short
          """)
  void namesTheFirstFaultAndQuotesTheRow(String line, RollField field, String reason) {
    Bad row = (Bad) READER.read(lines(line)).getFirst();
    assertThat(row.fault().field()).isEqualTo(field);
    assertThat(row.fault().reason()).isEqualTo(reason);
    assertThat(row.quoted()).isEqualTo(line.strip());
    assertThat(CONTENT.words().has(reason)).as(reason).isTrue();
  }

  @Test
  void mendsARowByTheFaultyFieldAlone() {
    String line = "Budi; 351017170885001; petani; Tegaldlimo";
    Bad bad = (Bad) READER.read(lines(line)).getFirst();
    Good row = good(READER.mended(bad, "3510171708850001"));
    assertThat(row.person().name()).isEqualTo("Budi");
    assertThat(row.person().village().code()).isEqualTo("35.10.04.2005");
    assertThat(READER.mended(bad, "lupa")).isInstanceOf(Bad.class);
  }

  @Test
  void skipsTheWordsAboveAListAndReadsAmountsInWords() {
    var rows =
        READER.read(
            lines(
                """
                ini datanya 3 orang ya:
                1. Sarwono 3510171708850001 tani sejuta Tegaldlimo
                2. Siti Aminah 3510175708900002 jualan satu setengah juta Tegaldlimo
                3. Budi 3510171708850003 ojek
                """));
    assertThat(rows).hasSize(3);
    assertThat(good(rows.get(0)).work().monthly()).isEqualTo(new Rupiah(1_000_000));
    assertThat(good(rows.get(0)).person().name()).isEqualTo("Sarwono");
    assertThat(good(rows.get(1)).work().monthly()).isEqualTo(new Rupiah(1_500_000));
    assertThat(good(rows.get(1)).person().village().code()).isEqualTo("35.10.04.2005");
  }

  @Test
  void readsHeadingsThatSayMore() {
    var rows =
        READER.read(
            lines(
                """
                No;Nama Warga;NIK;Pekerjaan Utama;Penghasilan/bln;Tgl Daftar
                1;Sarwono;3510171708850001;tani;1.500.000;12 Mei 2026
                """));
    assertThat(good(rows.getFirst()).work().monthly()).isEqualTo(new Rupiah(1_500_000));
    assertThat(good(rows.getFirst()).person().birthDate()).isEqualTo("1985-08-17");
  }

  @Test
  void leavesOutWhoSignsBelowATable() {
    var rows =
        READER.read(
            lines(
                """
                Nama;NIK;Pekerjaan
                Sarwono;3510171708850001;tani
                Tanpa NIK;;tani
                JUMLAH;;
                Mengetahui Kepala Desa;;
                """));
    assertThat(rows).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sudah bayar", "lunas", "mohon dicek ya pak", "adiknya bu RT"})
  void takesARemarkBehindARowForNoPlace(String remark) {
    var read =
        READER.read(
            lines(
                "Sarwono;3510171708850001;tani;Tegaldlimo;"
                    + remark
                    + "\nTarmi;3510175708900002;jualan;;"
                    + remark));
    assertThat(good(read.getFirst()).person().village().code()).isEqualTo("35.10.04.2005");
    assertThat(good(read.getFirst()).person().name()).isEqualTo("Sarwono");
  }

  @Test
  void findsTheSamePersonTwice() {
    var rows =
        READER.read(
            lines(
                """
                Budi 3510171708850001 petani
                Siti 3510175708900002 jualan

                Budi S. 3510171708850001 nelayan
                """));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2)).isEqualTo(new Twice(4, "Budi S", new Nik("3510171708850001"), 1));
  }

  @Test
  void readsATableByItsHeadings() {
    var rows =
        READER.read(
            List.of(
                new RollLine(1, List.of("DAFTAR PEKERJA RENTAN DESA TEGALDLIMO", "", "")),
                new RollLine(
                    3, List.of("No.", "Desa/Kelurahan", "Nama Lengkap (KTP)", "No. KTP", "Kerja")),
                new RollLine(
                    4, List.of("1", "Tegaldlimo", "Petani Slamet", "3510171708850001", "ojek")),
                new RollLine(5, List.of("", "", "", "", "")),
                new RollLine(6, List.of("2", "", "Sari", "3510175708900002"))));
    assertThat(rows).hasSize(2);
    assertThat(good(rows.getFirst()).person().name()).isEqualTo("Petani Slamet");
    assertThat(((Bad) rows.getLast()).told())
        .isEqualTo(Map.of(RollField.NAME, "Sari", RollField.NIK, "3510175708900002"));
  }

  @Test
  void readsPeopleInBlocksOfLines() {
    var rows =
        READER.read(
            lines(
                """
                Daftar warga

                Nama: Budi Santoso
                NIK: 3510171708850001
                Pekerjaan: petani

                Nama: Siti Aminah
                NIK: 3510175708900002
                Pekerjaan: jualan sayur
                """));
    assertThat(rows).allMatch(Good.class::isInstance);
    assertThat(rows.stream().map(RollRow::line)).containsExactly(3, 7);
  }

  @Test
  void printsNothingOfTheRows() {
    var lines =
        lines(
            "Budi; 3510171708850001; petani\nBudi; 3510171708850001; ojek\nSari; 351017570890000");
    assertThat(lines + " " + READER.read(lines)).doesNotContain("351017170", "351017570");
  }

  @Test
  void tellsAListFromAMessage() {
    assertThat(PastedRoll.looks("Budi 3510171708850001\nSiti 3510 1757 0890 0002")).isTrue();
    assertThat(PastedRoll.looks("NIK saya 3510171708850001\nnama Budi")).isFalse();
    assertThat(PastedRoll.looks("mau daftar\n2 orang")).isFalse();
  }

  @Test
  void readsAnythingWithoutThrowing() {
    var dice = new java.util.Random(42);
    String signs = "aB 1 0 3510171708850001,;|:=-/\t\n.()'\"+é漢\u0000ep";
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder();
      for (int n = dice.nextInt(60); n > 0; n--) {
        text.append(signs.charAt(dice.nextInt(signs.length())));
      }
      List<RollLine> lines = lines(text.toString());
      assertThat(READER.read(lines)).as("seed 42, " + text).hasSizeLessThanOrEqualTo(lines.size());
    }
  }

  private static Good good(RollRow row) {
    assertThat(row).isInstanceOf(Good.class);
    return (Good) row;
  }

  private static List<RollLine> lines(String text) {
    return PastedRoll.lines(text, CONTENT.parsers());
  }
}
