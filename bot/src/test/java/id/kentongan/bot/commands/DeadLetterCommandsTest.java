package id.kentongan.bot.commands;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Conversations;
import id.kentongan.integrations.postgres.officers.Correspondents;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.TestRedis;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterCommandsTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281234567890");

  private final String database = Stores.newDatabase();
  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("key"), "0".repeat(64));
    String yaml =
        Files.readString(Path.of("../config/application.yaml"))
            .replaceFirst("data-dir:.*", "data-dir: " + home.resolve("data"))
            .replaceFirst("key-file:.*", "key-file: " + home.resolve("key"))
            .replaceFirst("database:\n  url:", "database:\n  url: " + database);
    Files.writeString(home.resolve("config/application.yaml"), yaml);
    System.setProperty("kentongan.home", home.toString());
  }

  @AfterEach
  void stop() {
    System.clearProperty("kentongan.home");
  }

  @Test
  void listsSendsAgainAndDropsWithoutTellingWhatTheySay() {
    try (var redis = EmbeddedRedis.start(home.resolve("data"), false);
        var gateway = new TestRedis(redis.uri(), "n", Duration.ofSeconds(30))) {
      known();
      String one = bury(gateway, "m1");
      String two = bury(gateway, "m2");
      assertThat(run("list")).isZero();
      assertThat(said.toString())
          .contains(one + "\t", two + "\t", "\tSend\tblocked", "2 dead letters.")
          .doesNotContain("rahasia")
          .doesNotContain("81234567890");
      assertThat(run("replay", one)).isZero();
      assertThat(run("drop", two)).isZero();
      assertThat(run("drop", two)).isEqualTo(1);
      assertThat(complained.toString()).contains("There is no dead letter " + two);
      assertThat(gateway.pending(gateway.vault.shard(WHO))).isEqualTo(1);
      assertThat(given()).as("marked in its conversation").containsExactly("command line rahasia");
    }
  }

  @Test
  void saysWhatToDoWhenTheGatewaysOwnRedisDoesNotRun() {
    assertThat(run("list")).isEqualTo(1);
    assertThat(complained.toString()).contains("./kentongan run first");
    assertThat(home.resolve("data")).as("a look makes nothing").doesNotExist();
  }

  /// A conversation that the records know.
  private void known() {
    records(
        (records, key) -> {
          var entry = new JournalEntry("e", Instant.EPOCH, "halo", "", "", null, 0);
          var line = new Journal.Line(WHO, EffectId.of(WHO, 1, 0), entry);
          return new PostgresJournal(records, key).write(List.of(line)).map(List.<String>of());
        });
  }

  /// Who gave up what there.
  private List<String> given() {
    return records(
        (records, key) ->
            new Correspondents(records, key)
                .known(List.of(WHO))
                .map(known -> Objects.requireNonNull(known.get(WHO)).talk())
                .compose(
                    talk ->
                        new Conversations(records, key, InstantSource.system())
                            .open("dimas", talk, Instant.now(), 10, "look"))
                .map(
                    opened ->
                        opened.orElseThrow().officers().stream()
                            .map(line -> line.officer() + ' ' + line.text())
                            .toList()));
  }

  private List<String> records(BiFunction<Database, MasterKey, Future<List<String>>> work) {
    MasterKey key = MasterKey.load(home.resolve("key"));
    try (var records = Database.start(DatabaseUrl.parse(database, null, null), key)) {
      return work.apply(records, key).await();
    }
  }

  private static String bury(TestRedis gateway, String event) {
    var shard = gateway.vault.shard(WHO);
    var lease = await(gateway.leases.claim(shard)).orElseThrow();
    var base = await(gateway.vault.load(WHO));
    var commit = TestTalks.said(WHO, base, event, TestTalks.say("rahasia"));
    var done = (Committed.Done) await(gateway.vault.commit(commit));
    assertThat(done.handed()).isNotNull();
    await(gateway.outbox.bury(lease, done.handed().entries().getFirst(), "blocked"));
    return await(gateway.deadLetters.list(10)).getLast().id();
  }

  private int run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "dead-letters";
    System.arraycopy(args, 0, all, 1, args.length);
    return Commands.line()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(complained, true))
        .execute(all);
  }
}
