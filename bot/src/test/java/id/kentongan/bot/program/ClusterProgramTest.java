package id.kentongan.bot.program;

import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.redis.EmbeddedCluster;
import id.kentongan.integrations.redis.Shard;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two gateways on a Redis Cluster of three masters with a replica each.
final class ClusterProgramTest {
  private static final ConversationId WHO = new ConversationId("telegram", "46");

  @TempDir Path folder = Path.of("");
  @TempDir Path other = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void theFarmerGoesOnWhenTheShardMovesItsMasterDiesAndAGatewayIsKilled() {
    EmbeddedCluster cluster = Stores.newCluster(1);
    var program =
        new Program(folder, telegram, "webhook")
            .with("REDIS_URI", cluster.uri())
            .with("REDIS_CLUSTER", "true");
    try (Wiring two = program.start(InstantSource.system(), nobody -> {});
        Node one = program.spawn(other)) {
      var turns = new AtomicInteger();
      var slamet =
          new Villager(
              46,
              telegram,
              InstantSource.system(),
              update -> posted(turns.getAndIncrement() % 2 == 0 ? one.port() : two.port(), update));
      slamet.says("halo", "ini Kentongan");
      slamet.says("mau daftar", "setuju");
      slamet.taps("consent.yes", "Siapa nama lengkapnya");
      slamet.forgives();
      String shard = Shard.of(WHO).name();
      int first = cluster.master(shard);
      cluster.move(shard, another(cluster, first));
      slamet.says("Slamet Riyadi", "Berapa NIK");
      int master = cluster.master(shard);
      int replica = cluster.replicas(master).getFirst();
      cluster.kill(master);
      cluster.promote(replica, shard);
      slamet.says("3510171708850003", "Pekerjaannya apa");
      one.kill();
      slamet.by(update -> posted(two.port(), update));
      slamet.says("petani", "masih aktif bekerja");
      slamet.says("iya masih", "penghasilan");
      slamet.says("sejuta", "Tinggal di desa apa");
      slamet.says("tegaldlimo", "perlindungan yang mana");
      slamet.taps("programmes.2", "berapa bulan");
      slamet.says("3 bulan", "(?s)Slamet Riyadi.*Tegaldlimo.*Sudah benar");
      slamet.says("iya", "(?s)DFT-[0-9]{4}-000001");
    }
  }

  private static int another(EmbeddedCluster cluster, int master) {
    return Shard.names().stream()
        .map(cluster::master)
        .filter(other -> other != master)
        .findFirst()
        .orElseThrow();
  }

  private static void posted(int port, JsonObject update) {
    await().atMost(Duration.ofSeconds(60)).until(() -> Program.post(port, update));
  }
}
