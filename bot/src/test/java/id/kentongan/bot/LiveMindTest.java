package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.villages.Regions;
import id.kentongan.integrations.postgres.villages.VillageImport;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said changes while the nodes run.
class LiveMindTest {
  private static final Path CONFIG = Path.of("../config");
  private static final MasterKey KEY = MasterKey.of(new byte[32]);
  private static final String SAMPLE = "35.10.04.2005";
  private static final String NEW = "16.03.08.2041";

  @TempDir Path folder = Path.of("");
  private final Vertx vertx = Vertx.vertx();
  private final Database database =
      Database.start(DatabaseUrl.parse(Stores.newDatabase(), null, null), KEY);
  private final ContentVersions versions = new ContentVersions(database, InstantSource.system());
  private final Content first = YamlContent.load(CONFIG).content();

  @AfterEach
  void close() {
    vertx.close().await();
    database.close();
  }

  @Test
  void importedVillagesAreKnownOnAllNodesAndStayWhenWordsArePublished() throws IOException {
    try (var sample = CsvTable.open(CONFIG.resolve("regions.csv"))) {
      new Regions(database).begin(sample, false, LocalDate.of(2026, 11, 20)).await();
    }
    try (var one = node();
        var two = node()) {
      assertThat(one.content()).isSameAs(first);
      imports(
          "16,Sumatera Selatan\n16.03,Muara Enim\n16.03.08,Gelumbang\n" + NEW + ",Sungai Anyar");
      await().until(() -> knows(one, NEW) && knows(two, NEW));
      assertThat(knows(one, SAMPLE)).isTrue();

      Content before = two.content();
      String path = "words/id/umum.yaml";
      String text = Files.readString(CONFIG.resolve(path)) + "\n# baru\n";
      long draft = versions.draft("ayu", path, text, "00").await();
      assertThat(versions.publish("dimas", draft).await()).isEqualTo(ContentVersions.Result.DONE);
      await().untilAsserted(() -> assertThat(two.content()).isNotSameAs(before));
      assertThat(knows(two, NEW)).isTrue();
    }
    try (var later = node()) {
      assertThat(knows(later, NEW)).isTrue();
    }
  }

  private LiveMind node() {
    var sources =
        new LiveMind.Sources(versions, CONFIG, new LivePlaces(vertx, database), read -> read);
    return new LiveMind(vertx, sources, first, Duration.ofMillis(50));
  }

  private static boolean knows(LiveMind node, String code) {
    return node.content().places().byCode(code).isPresent();
  }

  private void imports(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("regions.csv"), lines);
    try (var table = CsvTable.open(file)) {
      new VillageImport(database, KEY, new CategoryWords(first.words())).regions(table).await();
    }
  }
}
