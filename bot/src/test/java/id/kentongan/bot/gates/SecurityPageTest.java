package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each line of docs/security.md names what shows it, and that is there.
class SecurityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern COMMAND = Pattern.compile("`(\\.ci/[a-z]+)`");
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+Test)`");

  @Test
  void eachTestThatIsNamedIsThere() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher test = NAMED.matcher(Files.readString(ROOT.resolve("docs/security.md")));
    while (test.find()) {
      named.add(test.group(1));
    }
    assertThat(named).hasSizeGreaterThan(40);
    named.removeAll(tests());
    assertThat(named).isEmpty();
  }

  @Test
  void eachLineOfATableHasATest() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| What "))
            .toList();
    assertThat(rows).hasSizeGreaterThan(35);
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] cells = row.split("\\|");
              assertThat(cells).hasSize(4);
              assertThat(cells[3]).containsPattern("Test`|the build's enforcer|`\\.ci/[a-z]+`");
            });
  }

  @Test
  void eachCommandThatIsNamedIsThere() throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve("docs/security.md")));
    assertThat(command.results().map(found -> found.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(ROOT.resolve(file)).isExecutable());
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new HashSet<>();
    for (String module : List.of("dialogs", "integrations", "bot")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        tests.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("Test.java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet()));
      }
    }
    return tests;
  }
}
