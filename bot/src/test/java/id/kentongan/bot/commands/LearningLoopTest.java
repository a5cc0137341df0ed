package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What people wrote and were not understood by goes round: kept, exported, labelled, added,
/// compared, published, heard; with the gateway running all the time.
@Timeout(180)
class LearningLoopTest {
  /// Enough to tell the intents apart, few enough to learn in a second.
  private static final int LINES = 14;

  private static final String CUT = "layanan saya putus";

  @TempDir Path home;

  @BeforeEach
  void home() throws IOException {
    try (Stream<Path> all = Files.walk(TestContent.config())) {
      all.filter(Files::isRegularFile).forEach(this::copied);
    }
    Path settings = home.resolve("config/application.yaml");
    String told = Files.readString(settings);
    Files.writeString(
        settings,
        told.replace("data-dir: ./data", "data-dir: " + home.resolve("data"))
            .replace("port: 8080", "port: 0"));
    System.setProperty("kentongan.home", home.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("kentongan.home");
  }

  @Test
  void whatWasNotUnderstoodIsLabelledAndHeardWithoutARestart() throws IOException {
    try (var gateway = Wiring.start(home, Home.settings(), Clock.systemUTC())) {
      say(gateway, 1, CUT + " nomor 081234567890 nama saya Sukarjo Wiryo");
      say(gateway, 2, "berapa iuran petani sebulan");
      say(gateway, 3, "bukan itu maksud saya");
      await()
          .untilAsserted(
              () ->
                  assertThat(run("nlu", "review"))
                      .anyMatch(row -> row.matches("\t" + CUT + " .*\t(lost|doubt|outside)"))
                      .anyMatch(row -> row.matches("\tberapa iuran petani.*\tcorrected")));
      List<String> table = run("nlu", "review");
      assertThat(table.getFirst()).isEqualTo(NluReview.HEAD);
      assertThat(table).noneMatch(row -> row.matches("(?i).*(0812|sukarjo|wiryo).*"));

      Path labelled = home.resolve("review.tsv");
      Files.write(labelled, labelled(table));
      assertThat(run("nlu", "review", "--add", labelled.toString()))
          .anyMatch(line -> line.startsWith("5 added, 0 there already"));
      assertThat(run("nlu", "review")).noneMatch(row -> row.contains(CUT));

      assertThat(run("nlu", "eval", "--compare", "--folds", "2"))
          .anyMatch(line -> line.matches("accuracy 0\\.[0-9]{3}"))
          .contains("compared with the model that the gateway here began with; none is published")
          .anyMatch(line -> line.matches("recent\t.* -> ask\\.office .*" + CUT + ".*"));

      assertThat(gateway.ear().hear(CUT).best().intent()).isNotEqualTo("ask.office");
      assertThat(run("nlu", "publish")).anyMatch(line -> line.startsWith("Published model 1;"));
      await()
          .untilAsserted(
              () -> assertThat(gateway.ear().hear(CUT).best().intent()).isEqualTo("ask.office"));
    }
  }

  /// As an officer would fill the first column, and add what people might say as well.
  private static List<String> labelled(List<String> table) {
    Stream<String> rows =
        table.stream().map(row -> row.startsWith("\t" + CUT) ? "ask.office" + row : row);
    Stream<String> more =
        Stream.of("mati kena petir", "hilang sejak hujan", "lambat sekali", "lelet terus")
            .map(end -> "ask.office\tlayanan saya " + end + "\t\t\tid");
    return Stream.concat(rows, more).toList();
  }

  private static void say(Wiring gateway, int number, String text) {
    var learner = new ConversationId("terminal", "learner");
    var words = new Inbound.Words(text, false);
    String id = "learning-" + number;
    gateway
        .house()
        .receive(new Inbound(id, learner, Instant.now(), words, null, null, id))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static List<String> run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Commands.line()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    assertThat(code).as(err.toString()).isZero();
    return out.toString().lines().toList();
  }

  private void copied(Path file) {
    Path config = TestContent.config();
    Path copy = home.resolve("config").resolve(config.relativize(file).toString());
    try {
      Files.createDirectories(copy.getParent());
      if (file.startsWith(config.resolve("corpus")) && file.toString().endsWith(".txt")) {
        try (Stream<String> lines = Files.lines(file)) {
          Files.writeString(copy, lines.limit(LINES).collect(Collectors.joining("\n", "", "\n")));
        }
      } else {
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
