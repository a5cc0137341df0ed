package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.said;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.stores.Stores;
import io.lettuce.core.RedisURI;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class RedisReplicaTest {
  @Test
  void aCommitWaitsForItsReplicaAndIsNotConfirmedWithoutIt() {
    String master = Stores.newRedis();
    var address = RedisURI.create(master);
    var vertx = Vertx.vertx();
    var who = someone();
    var settings = new RedisSettings(master, false, 1, Duration.ofMillis(100));
    var redis = await(RedisFunctions.open(vertx, settings));
    try (redis) {
      var vault = new RedisVault(redis, "n", TestTalks.MASTER, TestTalks.JSON);
      var first = said(who, await(vault.load(who)), "e1");
      assertThatThrownBy(() -> await(vault.commit(first))).hasMessageContaining("0 replicas");

      var replica = await(RedisFunctions.open(vertx, RedisSettings.of(Stores.newRedis())));
      try (replica) {
        var commands = replica.commands();
        String password =
            new String(address.getCredentialsProvider().resolveCredentials().block().getPassword());
        await(redis.repeated(() -> redis.commands().configSet("repl-diskless-sync-delay", "0")));
        await(replica.repeated(() -> commands.configSet("masterauth", password)));
        await(replica.repeated(() -> commands.replicaof("127.0.0.1", address.getPort())));
        assertThat(repeated(vault, who)).isInstanceOf(Committed.Duplicate.class);
      }
    } finally {
      await(vertx.close());
    }
  }

  /// As a provider does, until it is taken.
  private static Committed repeated(RedisVault vault, ConversationId who) {
    return Awaitility.await()
        .ignoreExceptionsMatching(e -> true)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                vault
                    .commit(said(who, await(vault.load(who)), "e1"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(),
            committed -> true);
  }
}
