package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.content.YamlContent;
import java.nio.file.Path;
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
    "'account made, OFFICER', 'membuat akun, OFFICER'",
    "refused ACCOUNTS, ditolak membuka ACCOUNTS",
    "assign to ayu, menugaskan ke ayu",
    "something new, something new"
  })
  void whatTheAuditHasIsToldInWords(String act, String told) {
    assertThat(
            Wordings.noted(key -> WORDS.has(key) ? WORDS.say(Language.INDONESIAN, key) : key, act))
        .isEqualTo(told);
  }
}
