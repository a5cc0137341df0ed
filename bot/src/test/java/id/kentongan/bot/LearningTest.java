package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.SettingsReader;
import id.kentongan.bot.settings.SettingsReader.Read;
import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.PublishedModels;
import id.kentongan.integrations.postgres.ReviewRows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the running program keeps of messages to learn from, and how it takes up a new model.
@Timeout(180)
class LearningTest {
  private static final Path HOME = Path.of("..");
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path data = Path.of("");

  @Test
  void keepsWhatItDidNotUnderstandRedactedAndHearsByAPublishedModel() {
    Settings settings = settings();
    try (var wiring = Wiring.start(HOME, settings, Clock.systemUTC());
        var database =
            Database.start(EmbeddedPostgres.running(data).orElseThrow(), Base.key(settings))) {
      say(wiring, 1, "layangan saya putus nomor 081234567890 nama saya Sukarjo Wiryo");
      say(wiring, 2, "berapa iuran petani sebulan");
      say(wiring, 3, "bukan itu maksud saya");
      say(wiring, 4, "mau bayar iuran sekarang");
      say(wiring, 5, "batal saja");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(whys(database)).contains("corrected", "left"));

      assertThat(rows(database))
          .extracting(row -> row.kept().text())
          .anyMatch(text -> text.contains("iuran petani"))
          .noneMatch(text -> text.matches("(?i).*([0-9]|sukarjo|wiryo).*"));

      assertThat(wiring.ear().hear("berapa iuran petani sebulan").best().intent())
          .isEqualTo("ask.contribution");
      var published = new EarFiles(HOME.resolve("config")).trainer().train(other());
      database
          .transact(handle -> PublishedModels.publish(handle, published.write()))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(wiring.ear().hear("berapa iuran petani sebulan").best().intent())
                      .isIn("other.one", "other.two"));
    }
  }

  private static void say(Wiring wiring, int number, String text) {
    wiring
        .house()
        .receive(
            new Inbound(
                "learning-" + number,
                new ConversationId("terminal", "learner"),
                Instant.now(),
                new Inbound.Words(text, false),
                null,
                null,
                "learning-" + number))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static List<String> whys(Database database) {
    return rows(database).stream().map(row -> row.kept().why()).toList();
  }

  private static List<ReviewRows.Row> rows(Database database) {
    return database.transact(ReviewRows::list).toCompletionStage().toCompletableFuture().join();
  }

  private static List<Labelled> other() {
    return IntStream.range(0, 60)
        .mapToObj(
            n ->
                new Labelled(
                    n % 4 < 2 ? "id" : "jv",
                    n % 2 == 0 ? "other.one" : "other.two",
                    (n % 2 == 0 ? "iuran petani nomor " : "cuaca hari ini kota ")
                        + "abcdefghij".charAt(n % 10)))
        .toList();
  }

  private static Settings settings() {
    var environment = Map.of("KENTONGAN_HTTP_PORT", "0", "KENTONGAN_DATA_DIR", data.toString());
    return switch (SettingsReader.read(HOME, environment)) {
      case Read.Good(Settings good) -> good;
      case Read.Faulty faulty -> throw new AssertionError(faulty);
    };
  }
}
