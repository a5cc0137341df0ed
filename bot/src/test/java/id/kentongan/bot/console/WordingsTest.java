package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.content.YamlContent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingsTest {
  private static final Words WORDS = YamlContent.load(Path.of("../config")).content().words();

  @ParameterizedTest
  @CsvSource({
    "look, melihat",
    "look at results, melihat hasil siaran",
    "search by nik, mencari menurut nik",
    "move to APPROVED, memindahkan ke: disetujui",
    "'account made, OFFICER', 'membuat akun, petugas'",
    "role SUPERVISOR, peran jadi penyelia",
    "refused ACCOUNTS, ditolak membuka ACCOUNTS",
    "assign to ayu, menugaskan ke ayu",
    "broadcast RUNNING, melanjutkan siaran",
    "something new, something new"
  })
  void whatTheAuditHasIsToldInWords(String act, String told) {
    assertThat(Wordings.noted(WordingsTest::said, act)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "talk/3, percakapan 3",
    "officer/ayu, petugas ayu",
    "content/answers/ask.fraud.yaml, isi answers/ask.fraud.yaml",
    "JKM-2026-000001, JKM-2026-000001",
    "unheard/7, unheard/7"
  })
  void whatARowIsAboutIsToldInWords(String matter, String told) {
    assertThat(Wordings.matter(WordingsTest::said, matter)).isEqualTo(told);
    assertThat(AuditPage.named(WordingsTest::said, told)).isEqualTo(matter);
    assertThat(AuditPage.named(WordingsTest::said, matter)).isEqualTo(matter);
  }

  @ParameterizedTest
  @CsvSource({
    "outside the 24-hour window, 'di luar 24 jam, dan belum ada templat yang disetujui'",
    "with an officer, petugas sedang berbicara dengannya",
    "perhaps sent, mungkin sudah sampai sebelum dihentikan",
    "63024, 63024"
  })
  void whySomebodyWasNotToldABroadcastIsToldInWords(String why, String told) {
    assertThat(Wordings.reason(WordingsTest::said, why)).isEqualTo(told);
  }

  @Test
  void whatOfficersAreRemindedOfIsToldAndFound() {
    String claim = "claim.promise/JKM-2026-000001";
    assertThat(Wordings.topic(WordingsTest::said, claim)).isEqualTo("klaim harus diputuskan");
    assertThat(Wordings.about(claim)).isEqualTo("klaim/JKM-2026-000001");
    assertThat(Wordings.topic(WordingsTest::said, "accident.deadline/JKK-2026-000001"))
        .isEqualTo("laporan kecelakaan harus sampai di kantor");
    assertThat(Wordings.about("accident.deadline/JKK-2026-000001"))
        .isEqualTo("kecelakaan/JKK-2026-000001");
    assertThat(Wordings.about("human/claim")).isEmpty();
  }

  /// As the console says a key.
  private static String said(String key) {
    return WORDS.has(key) ? WORDS.say(Language.INDONESIAN, key) : key;
  }
}
