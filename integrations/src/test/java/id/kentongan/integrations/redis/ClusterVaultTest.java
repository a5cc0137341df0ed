package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.heard;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.StoreLoad;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.VaultContract;
import io.lettuce.core.FlushMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ClusterVaultTest extends VaultContract {
  private static EmbeddedCluster cluster;
  private static TestRedis redis;

  @BeforeAll
  static void open() {
    cluster = TestCluster.shared();
    var settings = TestCluster.settings(cluster, 0);
    redis = new TestRedis(settings, "vault-test", Duration.ofSeconds(10), TestTalks.JSON);
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  @Override
  protected Vault vault() {
    return redis.vault;
  }

  @Test
  void everyMasterHasAsManyShardsAsAnotherOrOneMore() {
    assertThat(Shard.names().stream().mapToInt(cluster::master).sorted())
        .containsExactlyElementsOf(
            Stream.of(0, 1, 2)
                .flatMap(m -> IntStream.range(0, m == 0 ? 10 : 11).mapToObj(i -> m))
                .toList());
  }

  @Test
  void conversationsOfEveryShardAreWrittenAndRead() {
    List<ConversationId> people = everywhere();
    people.forEach(who -> assertThat(turn(who, "e1")).isEqualTo(1));
    people.forEach(who -> assertThat(heard(await(vault().load(who)).talk())).containsExactly("e1"));
  }

  @Test
  void theLibraryIsLoadedAgainOnEveryMasterThatLostIt() {
    await(redis.functions.everywhere(master -> master.functionFlush(FlushMode.SYNC)));
    everywhere().forEach(who -> assertThat(turn(who, "e1")).isEqualTo(1));
  }

  @Test
  void everyMasterTellsOfItsMemory() {
    await(redis.functions.everywhere(master -> master.configSet("maxmemory", "100mb")));
    StoreLoad.Load load = await(new RedisLoad(redis.functions).read());
    assertThat(load.memory()).isBetween(0.001, 0.5);
    assertThat(await(redis.functions.everywhere(master -> master.ping()))).hasSize(3);
  }

  @Test
  void aCopyHasEveryConversation() {
    everywhere().forEach(who -> turn(who, "e1"));
    var copy = new RedisBackup(redis.functions);
    assertThat(copy.empty()).isFalse();
    assertThat(new RedisRewrap(redis.functions, TestTalks.MASTER).all().nothing()).isTrue();
  }

  /// One of each shard.
  private static List<ConversationId> everywhere() {
    return Shard.names().stream()
        .map(
            shard ->
                Stream.generate(TestTalks::someone)
                    .filter(who -> Shard.of(who).name().equals(shard))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
