package id.kentongan.bot.bench;

import id.kentongan.bot.village.CoverageDrawing;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Words;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.villages.Imported;
import id.kentongan.integrations.postgres.villages.PostgresVillages;
import id.kentongan.integrations.postgres.villages.VillageImport;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Measures the villages' part of the program on a PostgreSQL of its own, with fsync as in service.
public final class VillageBenchmark {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final int QUESTIONS = 200;

  private final List<String> lines = new ArrayList<>();
  private final Province province = new Province();
  private final VillageImport into;
  private final PostgresVillages villages;
  private final CoverageDrawing drawing;

  private VillageBenchmark(Database database, MasterKey key, Words words) {
    this.into = new VillageImport(database, key, new CategoryWords(words));
    this.villages = new PostgresVillages(database, 5);
    this.drawing = new CoverageDrawing(words);
  }

  /// The table's lines.
  public static List<String> run(Path data, Words words, int members) {
    MasterKey key = MasterKey.of(new byte[32]);
    try (var postgres = EmbeddedPostgres.start(data, true);
        var database =
            Database.start(
                new DatabaseUrl(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password()),
                key)) {
      var benchmark = new VillageBenchmark(database, key, words);
      benchmark.imports(members);
      benchmark.questions();
      return benchmark.lines;
    }
  }

  private void imports(int members) {
    took("import regions", () -> into.regions(province.regions()));
    took("import workers", () -> into.workers(province.workers()));
    took("import members", () -> into.members(province.members(members)));
  }

  private void took(String name, Supplier<Future<Imported>> work) {
    long begun = System.nanoTime();
    Imported imported = work.get().await();
    lines.add(
        "%-44s %,9d rows %8.1f s"
            .formatted(name, imported.good(), (System.nanoTime() - begun) / 1e9));
  }

  private void questions() {
    many("coverage of a village", 50, () -> villages.coverage(province.someVillage(), MONTH));
    many("coverage of the province", 50, () -> villages.coverage(Province.CODE, MONTH));
    many("a village by a misspelt name", 50, () -> villages.find(province.misspelt(), 0, 8));
    long begun = System.nanoTime();
    var coverage = villages.coverage(Province.CODE, MONTH).await().orElseThrow();
    var all = villages.villages(Province.CODE, MONTH).await();
    byte[] report = drawing.workbook(coverage, all);
    double seconds = (System.nanoTime() - begun) / 1e9;
    lines.add(
        "%-44s %,9d rows %8.2f s  at most 2: %s (%,d bytes)"
            .formatted(
                "the province's report as XLSX, first time",
                all.size(),
                seconds,
                seconds <= 2 ? "met" : "MISSED",
                report.length));
  }

  private void many(String name, double most, Supplier<Future<?>> question) {
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long begun = System.nanoTime();
      question.get().await();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    double late = millis[QUESTIONS * 99 / 100];
    lines.add(
        "%-44s p50 %6.1f ms, p99 %6.1f ms  at most %.0f: %s"
            .formatted(name, millis[QUESTIONS / 2], late, most, late <= most ? "met" : "MISSED"));
  }
}
