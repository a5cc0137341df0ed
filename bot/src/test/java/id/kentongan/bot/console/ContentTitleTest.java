package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.content.YamlContent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTitleTest {
  private static final Path CONFIG = Path.of("../config");
  private static final UnaryOperator<String> WORDS =
      Templates.words(YamlContent.load(CONFIG)::content);

  static List<String> paths() {
    return new ContentFiles(CONFIG).paths();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void eachFileHasATitleThatPeopleKnow(String path) {
    assertThat(ContentTitle.of(WORDS, path)).doesNotContain(".yaml", "console.", "choice.");
  }

  @Test
  void noTwoHaveTheSame() {
    assertThat(paths().stream().map(path -> ContentTitle.of(WORDS, path))).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answers/ask.fraud.yaml                | Penipuan atau bukan
          answers/ask.contribution.2027-01.yaml | Berapa iurannya?, mulai Januari 2027
          answers/ask.contribution.2026.yaml    | Berapa iurannya?, mulai 2026
          tariffs/2026.yaml                     | Iuran dan manfaat 2026
          words/id/klaim.yaml                   | Klaim kematian
          words/jv/klaim.yaml                   | Klaim kematian, Jawa
          answers/of.nobody.yaml                | answers/of.nobody.yaml
          words/id/of.nobody.yaml               | words/id/of.nobody.yaml
          """)
  void itSaysWhatItIsAndFromWhenOnOrInWhichLanguage(String path, String title) {
    assertThat(ContentTitle.of(WORDS, path)).isEqualTo(title);
  }
}
