package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.MemoryVault;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A commit that is written, and its answer does not come.
final class LostAnswerTest {
  private final Vertx vertx = Vertx.vertx();
  private final FakeWorld world = new FakeWorld();
  private final List<String> doubted = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void thePostmanIsToldToLook() {
    var who = someone();
    var in =
        new Inbound("m1", who, Instant.now(), new Inbound.Words("halo", false), null, null, "h");
    assertThatThrownBy(() -> await(desk().receive(in))).isInstanceOf(Error.class);
    assertThat(doubted).containsExactly("k0");
  }

  private Desk desk() {
    var turns = TestGateway.turns(world);
    var rules = TestGateway.rules(new Flood(100, 1), Crowd.NONE);
    var outlet =
        new Outlet() {
          @Override
          public void committed(String shard, Vault.Commit commit, Vault.Committed.Done done) {}

          @Override
          public void doubted(String shard) {
            doubted.add(shard);
          }
        };
    return new Desk(new Silent(), turns, world, rules, await(Loops.open(vertx, 1)), outlet);
  }

  /// Commits, and says that the connection was lost.
  private static final class Silent implements Vault {
    private final MemoryVault vault = new MemoryVault();

    @Override
    public Future<Loaded> load(ConversationId conversation) {
      return vault.load(conversation);
    }

    @Override
    public Future<Committed> commit(Commit commit) {
      return vault.commit(commit).compose(done -> Future.failedFuture("Connection disconnected"));
    }

    @Override
    public String shard(ConversationId conversation) {
      return vault.shard(conversation);
    }
  }
}
