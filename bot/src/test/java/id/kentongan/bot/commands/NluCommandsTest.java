package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NluCommandsTest {
  private static final String HOME = "kentongan.home";

  @TempDir Path folder;
  private final InputStream standardInput = System.in;

  @BeforeEach
  void home() {
    System.setProperty(HOME, TestContent.config().resolve("..").normalize().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(HOME);
    System.setIn(standardInput);
  }

  @Test
  void parsePrintsOneLineForEachLine() {
    assertThat(run("1jt200\n300\nbanyak\n", "nlu", "parse", "money"))
        .hasSize(3)
        .startsWith(
            "{\"value\":1200000,\"per\":\"month\"}",
            "AMBIGUOUS\t[{\"value\":300000,\"per\":\"month\"}, {\"value\":300000,\"per\":\"day\"}]")
        .last()
        .asString()
        .startsWith("INVALID\tJumlah uangnya");
  }

  @Test
  void parseTakesTheTimeToldForNow() {
    String now = "2026-11-20T09:00:00+07:00";
    assertThat(run("kemarin\n", "nlu", "parse", "date_of_death", "--now", now))
        .containsExactly("{\"value\":\"2026-11-19\"}");
  }

  @Test
  void parseNamesTheKindsThereAre() {
    var err = new StringWriter();
    int code = Commands.line().setErr(new PrintWriter(err)).execute("nlu", "parse", "shoe_size");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("shoe_size", "birth_date");
  }

  @Test
  void evalPrintsAccuracyFirst() throws IOException {
    Path file = folder.resolve("pairs.tsv");
    Files.writeString(
        file,
        """
        weather\twill it rain
        weather\tis it sunny today
        weather\train tomorrow
        money\thow much is it
        money\twhat does it cost
        money\tcost of this
        oos\tblue
        oos\tthe cat sat
        oos\tsing a song
        """);

    List<String> lines =
        run("", "nlu", "eval", "--train", file.toString(), "--test", file.toString());

    assertThat(lines.getFirst()).matches("accuracy [01]\\.[0-9]{3}");
    assertThat(lines)
        .anyMatch(l -> l.startsWith("macro-F1 "))
        .anyMatch(l -> l.startsWith("out-of-scope recall "))
        .anyMatch(l -> l.startsWith("microseconds a text "));
  }

  private static List<String> run(String input, String... arguments) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    var out = new StringWriter();
    assertThat(Commands.line().setOut(new PrintWriter(out)).execute(arguments)).isZero();
    return out.toString().lines().toList();
  }
}
