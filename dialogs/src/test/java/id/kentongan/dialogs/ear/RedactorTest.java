package id.kentongan.dialogs.ear;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.parse.Parsers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
  private static final Parsers PARSERS = TestContent.load().parsers();

  private final Redactor redactor =
      new Redactor(
          Set.of(
              ("nama saya mau daftar bpjs nik nomor hp lahir tanggal suami meninggal iuran berapa "
                      + "petani dari desa penghasilan budi tolong cek kirim ke pak pendaftaran")
                  .split(" ")),
          new WordLists(
              Map.of(
                  "before-name",
                  List.of("nama", "bin"),
                  "with-name",
                  List.of("saya"),
                  "no-name",
                  List.of("mau"))),
          word -> PARSERS.month(word).isPresent());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nama saya Budi Santoso mau daftar bpjs   | nama saya <nama> mau daftar bpjs
          nik saya 3510172908850003 mau daftar     | nik saya <angka> mau daftar
          nomor hp saya 0812-3456-7890 pak         | nomor hp saya <angka> pak
          saya lahir tanggal 17 Agustus 1985       | saya lahir tanggal <angka> <tanggal> <angka>
          kirim ke budi@contoh.id tolong cek       | kirim ke <alamat> tolong cek
          suami saya Sukarjo meninggal             | suami saya <kata> meninggal
          mau pendaptaran bpjs                     | mau pendaftaran bpjs
          """)
  void keepsOnlyWhatIsNobodysOwn(String text, String kept) {
    assertThat(redactor.redact(text)).contains(kept);
  }

  @Test
  void keepsNothingOfAMessageThatIsMostlySomebodysOwn() {
    assertThat(redactor.redact("Sukarjo Wiryoatmojo")).isEmpty();
    assertThat(redactor.redact("3510172908850003")).isEmpty();
    assertThat(redactor.redact("")).isEmpty();
  }

  @Test
  void takesAnyText() {
    assertThat(redactor.redact("\uD83D \u0000 👍 ' \" <b> ".repeat(500))).isEmpty();
  }
}
