package id.kentongan.bot;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.Flood;
import id.kentongan.bot.desk.Received;
import id.kentongan.bot.desk.SpooledDesk;
import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.StoreLoad.Load;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.spool.Spool;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PressureTest {
  @TempDir Path folder = Path.of("");

  private final Vertx vertx = Vertx.vertx();
  private final FakeWorld world = new FakeWorld();
  private final ConversationId known = someone();
  private final ConversationId unknown = someone();
  private volatile Load load = new Load(0.5, 10);
  private final Pressure pressure =
      new Pressure(
          vertx,
          () -> Future.succeededFuture(load),
          100,
          new Pressure.TurnedAway(Map.of("test", world), () -> "nanti lagi"));
  private final TestGateway gateway =
      new TestGateway(Stores.newRedis(), world, TestGateway.LASTING, new Flood(30, 1), pressure)
          .started();

  @AfterEach
  void stop() {
    pressure.close();
    gateway.close();
    await(vertx.close());
  }

  @Test
  void whenThereIsNoRoomStrangersAreAskedToComeBackAndTheOthersWaitAtTheirProvider()
      throws Exception {
    assertThat(await(gateway.say(known, "m1", "satu"))).isEqualTo(Received.COMMITTED);
    load = new Load(0.86, 10);
    await().until(() -> pressure.why().isPresent());
    assertThat(await(pressure.health().ask().get())).contains("Redis uses 86% of its maxmemory");
    assertThat(await(gateway.say(unknown, "m2", "halo"))).isEqualTo(Received.TURNED_AWAY);
    assertThat(world.saidTo(unknown)).containsExactly("nanti lagi");
    assertThat(gateway.heardBy(unknown)).isEmpty();
    assertThatThrownBy(() -> await(gateway.say(known, "m3", "dua")))
        .hasRootCauseInstanceOf(Desk.Full.class);

    try (var spool = Spool.open(folder, TestTalks.MASTER);
        var aside = Spool.open(folder.resolve("aside"), TestTalks.MASTER)) {
      var spooled = new SpooledDesk(gateway.redis.vertx, gateway.desk, spool, aside);
      var words = new Inbound.Words("tiga", false);
      await(spooled.receive(new Inbound("m4", known, Instant.now(), words, null, null, null)));
      assertThat(spooled.empty()).isFalse();
      load = new Load(0.5, 10);
      spooled.start();
      await().until(spooled::empty);
      await(spooled.stop());
    }
    assertThat(gateway.heardBy(known)).containsExactly("satu", "tiga");
    assertThat(await(gateway.say(unknown, "m2", "halo"))).isEqualTo(Received.COMMITTED);
  }

  @Test
  void tooManyEffectsThatWaitAreTooMany() {
    load = new Load(0, 101);
    await().until(() -> pressure.why().isPresent());
    assertThat(pressure.why()).hasValueSatisfying(why -> assertThat(why).startsWith("101 effects"));
  }
}
