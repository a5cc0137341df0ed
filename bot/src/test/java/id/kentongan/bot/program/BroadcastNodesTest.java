package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.broadcasts.Audience;
import id.kentongan.integrations.postgres.broadcasts.Audience.Membership;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes share a broadcast: each person is told once, and what became of it is known.
final class BroadcastNodesTest {
  private static final int PEOPLE = 30;
  private static final String TEXT = "Kantor cabang tutup Senin.";

  @TempDir Path folder = Path.of("");
  @TempDir Path other = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void eachIsToldOnceByTwoNodes() {
    var program = new Program(folder, telegram, "webhook");
    try (Wiring wiring = program.start();
        Node second = program.spawn(other);
        Database database = program.database()) {
      var road = Program.webhook(wiring.port());
      List<Villager> all =
          IntStream.range(0, PEOPLE)
              .mapToObj(i -> new Villager(500 + i, telegram, program.clock, road))
              .toList();
      all.forEach(one -> one.writes("kabari saya"));
      all.forEach(one -> one.hearsSometime("kami kabari di sini"));
      var broadcasts = new Broadcasts(database, program.clock, ZoneId.of("Asia/Jakarta"));
      var audience = new Audience("", Membership.ANY, "", "", "telegram");
      await()
          .until(
              () ->
                  broadcasts.count(audience).await().stream().anyMatch(c -> c.willing() == PEOPLE));
      var draft = new Broadcasts.Draft("Libur", TEXT, audience, 600);
      long id = broadcasts.draft("ayu", draft).await();
      assertThat(broadcasts.start("dimas", id).await()).isEqualTo(Broadcasts.Result.DONE);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> broadcasts.find(id).await().orElseThrow().state() == Broadcasts.State.DONE);
      assertThat(broadcasts.tallies(id).await())
          .containsExactly(new Broadcasts.Tally("SENT", PEOPLE));
      IntStream.range(0, PEOPLE)
          .forEach(
              i ->
                  assertThat(telegram.saidIn(500 + i))
                      .filteredOn(said -> said.contains(TEXT))
                      .hasSize(1));
      assertThat(second.process().isAlive()).isTrue();
    }
  }
}
