package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.AuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
  private static final Path FOLDER = Path.of("src/main/resources/console");
  private static final Pattern POST = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
  private final Templates templates =
      new Templates(YamlContent.load(Path.of("../config"))::content, InstantSource.system());

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void canBeRead(Path file) {
    templates.parse(file.getFileName().toString().replace(".peb", ""));
  }

  @ParameterizedTest
  @MethodSource("files")
  void neverTurnsOffEscapingAndCarriesTheTokenInEachForm(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).doesNotContain("| raw", "autoescape", "<script>", "style=", "onclick");
    if (!file.endsWith("signin.peb")) {
      POST.matcher(text)
          .results()
          .forEach(form -> assertThat(form.group()).contains("name=\"csrf\""));
    }
  }

  @Test
  void escapesWhatPeopleWrote() {
    var verdict = new AuditTrail.Verdict(1, 1, "\"><b>", "<script>alert(1)</script>");
    assertThat(templates.fill("audit-check", Map.of("verdict", verdict), null))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }
}
