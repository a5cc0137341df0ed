package id.kentongan.bot;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.desk.Flood;
import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolRoomTest {
  @TempDir Path folder;

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();

  @Test
  void theNodeIsNotReadyWhileMessagesWaitAndBringsThemBeforeItGoes() throws IOException {
    var redis = EmbeddedRedis.start(folder, true);
    var gateway =
        new TestGateway(redis.uri(), world, TestGateway.LASTING, new Flood(30, 1)).started();
    try {
      SpoolRoom room = open(gateway, true).orElseThrow();
      assertThat(health(room)).isEmpty();
      redis.close();
      await(room.receive(said("m1")));
      await(room.receive(said("m2")));
      assertThat(health(room)).contains("messages wait on the disk");
      redis = EmbeddedRedis.start(folder, true);
      room.close();
      assertThat(gateway.heardBy(who)).containsExactly("m1", "m2");
      await().until(() -> world.saidTo(who).equals(List.of("m1", "m2")));
    } finally {
      gateway.close();
      redis.close();
    }
  }

  @Test
  void whereItIsTurnedOffOnlyWhatIsLeftOverIsReplayed() throws IOException {
    try (var redis = EmbeddedRedis.start(folder, true);
        var gateway = new TestGateway(redis.uri(), world, TestGateway.LASTING).started()) {
      assertThat(open(gateway, false)).isEmpty();
      open(gateway, true).orElseThrow().close();
      SpoolRoom left = open(gateway, false).orElseThrow();
      assertThat(health(left)).isEmpty();
      left.close();
    }
  }

  private Optional<SpoolRoom> open(TestGateway gateway, boolean wanted) {
    return SpoolRoom.open(gateway.redis.vertx, TestTalks.MASTER, folder, wanted, gateway.desk);
  }

  private static Optional<String> health(SpoolRoom room) {
    return await(room.health().ask().get());
  }

  private Inbound said(String id) {
    return new Inbound(id, who, Instant.now(), new Inbound.Words(id, false), null, null, null);
  }
}
