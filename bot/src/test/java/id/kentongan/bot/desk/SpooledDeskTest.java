package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
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
        new TestGateway(redis.uri(), world, TestGateway.LASTING, new Flood(3, 0.001)).started();
    try (var spool = spool("spool");
        var aside = spool("aside")) {
      var desk = new SpooledDesk(gateway.redis.vertx, gateway.desk, spool, aside);
      await(desk.receive(said("m0")));
      assertThat(desk.empty()).isTrue();

      redis.close();
      var kept = IntStream.range(1, 6).mapToObj(i -> desk.receive(said("m" + i))).toList();
      kept.forEach(one -> await(one));
      assertThat(desk.empty()).isFalse();

      redis = EmbeddedRedis.start(folder.resolve("data"), true);
      desk.start();
      await().until(desk::empty);
      desk.stop();
      var all = List.of("m0", "m1", "m2", "m3", "m4", "m5");
      assertThat(gateway.heardBy(who)).isEqualTo(all);
      await().until(() -> world.saidTo(who).equals(all));
      assertThat(await(gateway.desk.replay(said("m3")))).isEqualTo(Received.DUPLICATE);
    } finally {
      gateway.close();
      redis.close();
    }
  }

  @Test
  void aConversationOfANewerProgramWaitsForItWhileTheOthersGoOn() throws IOException {
    var other = someone();
    var newerShape = new TalkJson(List.of(TestTalks.Heard.class), List.of(talk -> talk));
    var lease = TestGateway.LASTING;
    try (var redis = EmbeddedRedis.start(folder.resolve("data"), true);
        var newer = new TestGateway(redis.uri(), world, lease, newerShape)) {
      await(newer.say(who, "m0", "m0"));
      try (var older = new TestGateway(redis.uri(), world, lease);
          var spool = spool("spool");
          var aside = spool("aside")) {
        await(spool.add(said("m1")));
        await(spool.add(said(other, "o1")));
        var desk = new SpooledDesk(older.redis.vertx, older.desk, spool, aside);
        desk.start();
        await().until(desk::empty);
        await(desk.receive(said("m2")));
        await(desk.receive(said(other, "o2")));
        assertThat(desk.empty()).isTrue();
        assertThat(desk.nothingAside()).isFalse();
        assertThat(older.heardBy(other)).containsExactly("o1", "o2");
        await(desk.stop());
      }
      try (var spool = spool("spool");
          var aside = spool("aside")) {
        var desk = new SpooledDesk(newer.redis.vertx, newer.desk, spool, aside);
        desk.start();
        await().until(desk::nothingAside);
        await(desk.receive(said("m3")));
        assertThat(newer.heardBy(who)).containsExactly("m0", "m1", "m2", "m3");
        await().until(aside::empty);
        await(desk.stop());
      }
    }
  }

  private Spool spool(String name) throws IOException {
    return Spool.open(folder.resolve(name), TestTalks.MASTER);
  }

  private Inbound said(String id) {
    return said(who, id);
  }

  private static Inbound said(ConversationId who, String id) {
    return new Inbound(id, who, Instant.now(), new Inbound.Words(id, false), null, null, null);
  }
}
