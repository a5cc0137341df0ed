package id.kentongan.bot.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever proves somebody is compared in constant time: how long a refusal takes tells nothing.
@AnalyzeClasses(
    packages = "id.kentongan",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class SecretsComparedTest {
  /// Names that say that something proves somebody.
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\b\\w*(?:secret|signature|signed|hmac|csrf|password|otp|totp)\\w*(?:\\(\\))?"
              + "\\.(?:equals|equalsIgnoreCase|contentEquals|compareTo)\\("
              + "|\\.(?:equals|equalsIgnoreCase|contentEquals|compareTo)\\("
              + "\\w*(?:secret|signature|hmac|csrf|password|otp|totp)\\w*\\)");

  /// What only looks as if it were one: the kind of a setting, the old password beside the new one
  /// that the same person types.
  private static final List<String> NOT_SECRET = List.of("old.equals(chosen)");

  @ArchTest
  static final ArchRule WHO_WORKS_WITH_HASHES_COMPARES_THEM_IN_CONSTANT_TIME =
      noClasses()
          .that(describe("work with hashes", SecretsComparedTest::hashes))
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
          .orShould()
          .callMethod(String.class, "contentEquals", CharSequence.class)
          .orShould()
          .callMethod(String.class, "equalsIgnoreCase", String.class)
          .because("an answer's time must not tell how much of a guess was right");

  private static boolean hashes(JavaClass one) {
    return one.getPackageName().endsWith(".crypto")
        || one.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getName())
            .anyMatch(
                name ->
                    name.equals("javax.crypto.Mac") || name.equals("java.security.MessageDigest"));
  }

  @Test
  void noSecretIsComparedByEquals() throws IOException {
    var found = new ArrayList<String>();
    for (String module : List.of("dialogs", "integrations", "bot")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          for (String line : Files.readAllLines(file)) {
            Matcher compared = COMPARED.matcher(line);
            if (compared.find() && NOT_SECRET.stream().noneMatch(line::contains)) {
              found.add(file.getFileName() + ": " + line.strip());
            }
          }
        }
      }
    }
    assertThat(found).as("compare with MessageDigest.isEqual").isEmpty();
  }

  @Test
  void suchAComparisonWouldBeFound() {
    for (String line :
        List.of(
            "if (secret.equals(given)) {",
            "return given.equals(webhookSecret);",
            "signature.equalsIgnoreCase(told)",
            "settings.secret().equals(x)")) {
      assertThat(COMPARED.matcher(line).find()).as(line).isTrue();
    }
  }
}
