package id.kentongan.bot.commands;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.TestRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterCommandsTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281234567890");

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
            .replaceFirst("key-file:.*", "key-file: " + home.resolve("key"));
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
    }
  }

  @Test
  void saysWhatToDoWhenTheGatewaysOwnRedisDoesNotRun() {
    assertThat(run("list")).isEqualTo(1);
    assertThat(complained.toString()).contains("./kentongan run first");
    assertThat(home.resolve("data")).as("a look makes nothing").doesNotExist();
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
