package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever looks for an answer knows what it is about, its name, or a word in it.
@Timeout(240)
class ContentPageTest {
  private static final String FILE = "answers/ask.fraud.yaml";
  private static Office office;

  @BeforeAll
  static void open() {
    office = new Office();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void eachFileIsNamedByWhatItAnswers() {
    String page = office.get("/console/isi", office.in(Role.EDITOR)).body();
    assertThat(page).contains(">Penipuan atau bukan</a>", FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENIPUAN+atau", "ask.fraud", "hati-hati+ya"})
  void itIsFoundByWhatItAnswersItsNameAndAnyWordInIt(String sought) {
    String page = office.found("/console/isi", "cari=" + sought, office.in(Role.EDITOR));
    assertThat(page).contains(FILE).doesNotContain("answers/ask.jkm.yaml");
  }

  @Test
  void whereNothingIsFoundThePageSaysSo() {
    String page = office.found("/console/isi", "cari=zzzz", office.in(Role.EDITOR));
    assertThat(page).contains("Tidak ada yang cocok").doesNotContain(FILE);
  }
}
