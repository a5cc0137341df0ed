package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpooledDeskTest {
  @TempDir Path folder;

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();

  @Test
  void whatComesWhileRedisIsAwayIsKeptAndTakesEffectInOrder() throws IOException {
    var redis = EmbeddedRedis.start(folder.resolve("data"), true);
    var gateway =
        new TestGateway(redis.uri(), world, Duration.ofSeconds(2), new Flood(3, 0.001)).started();
    try (var spool = Spool.open(folder.resolve("spool"), TestTalks.MASTER)) {
      var desk = new SpooledDesk(gateway.redis.vertx, gateway.desk, spool);
      await(desk.receive(said("m0")));
      assertThat(desk.empty()).isTrue();

      redis.close();
      var kept = IntStream.range(1, 6).mapToObj(i -> desk.receive(said("m" + i))).toList();
      kept.forEach(one -> await(one));
      assertThat(desk.empty()).isFalse();

      redis = EmbeddedRedis.start(folder.resolve("data"), true);
      desk.start();
      await().atMost(Duration.ofSeconds(20)).until(desk::empty);
      desk.stop();
      var all = List.of("m0", "m1", "m2", "m3", "m4", "m5");
      assertThat(gateway.heardBy(who)).isEqualTo(all);
      await().atMost(Duration.ofSeconds(20)).until(() -> world.saidTo(who).equals(all));
      assertThat(await(gateway.desk.replay(said("m3")))).isEqualTo(Received.DUPLICATE);
    } finally {
      gateway.close();
      redis.close();
    }
  }

  private Inbound said(String id) {
    return new Inbound(id, who, Instant.now(), new Inbound.Words(id, false), null, null, null);
  }
}
