package id.kentongan.bot.bench;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.roll.RollDefaults;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.RollFile;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.batches.Batches;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Measures the way of a workbook of people from its bytes to its table of results, on a PostgreSQL
/// of its own, with fsync as in service.
public final class BatchBenchmark {
  private static final ConversationId AGENT = new ConversationId("bench", "agent");
  private static final String VILLAGE = "35.10.04.2005";
  private static final double MOST = 20;

  private final List<String> lines = new ArrayList<>();
  private final Content content;
  private final LocalDate today;
  private double all;
  private double work;

  private BatchBenchmark(Content content, LocalDate today) {
    this.content = content;
    this.today = today;
  }

  /// The table's lines.
  public static List<String> run(Path data, Content content, int people, InstantSource clock) {
    MasterKey key = MasterKey.of(new byte[32]);
    var zone = content.rules().zone();
    try (var postgres = EmbeddedPostgres.start(data, true);
        var database =
            Database.start(
                new DatabaseUrl(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password()),
                key)) {
      var core = new PostgresRegistry(database, key);
      logIn(database, key, content, clock);
      var batches =
          new Batches(database, key, core, content::tariffs, new Batches.Time(clock, zone));
      var today = LocalDate.ofInstant(clock.instant(), zone);
      return new BatchBenchmark(content, today).measured(batches, people);
    }
  }

  private static void logIn(
      Database database, MasterKey key, Content content, InstantSource clock) {
    var who = new Agents.Invited("Rina", Organisation.named("BUMDesma"), List.of(VILLAGE));
    var invited = new Agents(database, key, clock).invite("bench", who).await();
    new PostgresRecords(
            database,
            key,
            new PostgresRegistry(database, key),
            clock,
            content.offices(),
            content.rules().zone())
        .ask(AGENT, EffectId.of(AGENT, 1, 0), new Effect.LogInAgent(invited.code()))
        .await();
  }

  private List<String> measured(Batches batches, int people) {
    byte[] file = workbook(people);
    var defaults = RollDefaults.of(content, VILLAGE, YearMonth.from(today));
    List<RollRow> rows =
        took(
            "read the workbook",
            () ->
                new RollReader(content, today, defaults)
                    .read(((RollFile.Found.Lines) RollFile.read(file, content.parsers())).lines()));
    Answer taken =
        took(
            "keep the rows",
            () -> batches.take(AGENT, EffectId.of(AGENT, 2, 0), file, rows).await());
    BatchStand stand = ((Answer.BatchStands) taken).stand();
    took("enrol the people", () -> enrolled(batches, stand));
    took("read the results", () -> batches.lines(AGENT, stand.batch()).await());
    lines.add(
        "%-28s %8.2f s %8.2f CPU s  at most %.0f s: %s"
            .formatted(
                "%,d people in all".formatted(people),
                all,
                work,
                MOST,
                all <= MOST ? "met" : "MISSED"));
    return lines;
  }

  private BatchStand enrolled(Batches batches, BatchStand stand) {
    var terms =
        new Effect.ConfirmBatch(
            stand.batch(), Programme.basic(), YearMonth.from(today), 1, "bench");
    BatchStand now = ((Answer.BatchStands) batches.confirm(AGENT, terms).await()).stand();
    while (now.counts().ready() > 0) {
      now = ((Answer.BatchStands) batches.run(AGENT, stand.batch()).await()).stand();
    }
    return now;
  }

  private <T> T took(String name, Supplier<T> step) {
    double before = spent();
    long begun = System.nanoTime();
    T done = step.get();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double busy = spent() - before;
    all += seconds;
    work += busy;
    lines.add("%-28s %8.2f s %8.2f CPU s".formatted(name, seconds, busy));
    return done;
  }

  /// Processor seconds of this program, its compiler included, and of its PostgreSQL.
  private static double spent() {
    long self = ProcessHandle.current().pid();
    return Proc.cpu(List.of(self)) + Proc.cpu(Proc.children(self, "postgres"));
  }

  private static byte[] workbook(int people) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(List.of(Cell.words("Nama"), Cell.words("NIK"), Cell.words("Pekerjaan")));
    for (int i = 1; i <= people; i++) {
      String nik = "351004%02d0885%04d".formatted(1 + i % 28, i);
      rows.add(List.of(Cell.words("Budi Santoso"), Cell.words(nik), Cell.words("petani")));
    }
    return Xlsx.bytes(List.of(new Sheet("Daftar", List.of(), rows)));
  }
}
