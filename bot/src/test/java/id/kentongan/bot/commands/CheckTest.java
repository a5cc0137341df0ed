package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final String HOME = "kentongan.home";

  @TempDir Path home;

  @AfterEach
  void forgetHome() {
    System.clearProperty(HOME);
  }

  @Test
  void findsNoFaultInTheRepositorysOwnFiles() {
    var out = new StringWriter();
    assertThat(check(TestContent.config().resolveSibling("."), out)).isZero();
    assertThat(out.toString()).contains("indonesian", "javanese", "No faults.");
  }

  @Test
  void printsEveryFaultAndFails() throws IOException {
    copy(TestContent.config(), home.resolve("config"));
    replace("config/rules.yaml", "value: 65", "value: old");
    replace("config/offices.yaml", "monday: 08:00-15:00", "monday: early");
    replace("config/application.yaml", "port: 8080", "port: high");
    var out = new StringWriter();
    assertThat(check(home, out)).isEqualTo(1);
    assertThat(out.toString())
        .contains("config/rules.yaml: enrolment.age-limit.value: is `old` (allowed: a whole")
        .contains("config/offices.yaml: hours.monday: is `early` (allowed: hours, e.g.")
        .contains("http.port")
        .contains("3 faults.");
  }

  private static int check(Path home, StringWriter out) {
    System.setProperty(HOME, home.toString());
    return Commands.line().setOut(new PrintWriter(out)).execute("check");
  }

  private void replace(String file, String old, String with) throws IOException {
    Path path = home.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, with));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.createDirectories(to.resolve(from.relativize(path)).getParent());
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
