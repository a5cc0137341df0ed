package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.heard;
import static id.kentongan.integrations.TestTalks.said;
import static id.kentongan.integrations.TestTalks.say;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.Vault.Origin;
import id.kentongan.integrations.stores.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A cluster changes while people write: what was confirmed stays, and takes effect once.
final class ClusterChangesTest {
  private static final int PEOPLE = 12;
  private static final int MESSAGES = 60;

  private static EmbeddedCluster cluster;
  private static TestRedis redis;

  @BeforeAll
  static void open() {
    cluster = Stores.newCluster(1);
    redis = redis("one");
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  private final ConversationId who = someone();
  private final String shard = Shard.of(who).name();

  @Test
  void aShardThatMovesWhilePeopleWriteLosesNothing() throws Exception {
    int from = cluster.master(shard);
    int to = anotherMaster(from);
    talking(() -> cluster.move(shard, to));
    assertThat(cluster.master(shard)).isEqualTo(to);
  }

  @Test
  void aMasterThatDiesLosesNothingThatItsReplicaHas() throws Exception {
    int master = cluster.master(shard);
    int replica = cluster.replicas(master).getFirst();
    talking(
        () -> {
          cluster.kill(master);
          cluster.promote(replica, shard);
        });
    assertThat(cluster.master(shard)).isEqualTo(replica);
    try (var late = redis("late")) {
      assertThat(await(new RedisLoad(late.functions).read()).waiting()).isPositive();
    }
    cluster.reviveAll();
  }

  @Test
  void whatHasGoneAheadToAnotherMasterIsFollowed() {
    Lease lease = await(redis.leases.claim(shard)).orElseThrow();
    var timer = new Timer.Set(TimerName.DRAFT_LEFT, Instant.parse("2099-01-01T00:00:00Z"));
    var told = new Origin.Told();
    var base = await(redis.vault.load(who));
    var first = TestTalks.commit(who, base, "e0", told, List.of(timer), say("a"));
    var done = (Committed.Done) await(redis.vault.commit(first));
    String entry = Objects.requireNonNull(done.handed()).entries().getFirst();
    await(redis.outbox.later(lease, entry, Instant.EPOCH, 1));

    int from = cluster.master(shard);
    int to = anotherMaster(from);
    cluster.open(shard, from, to);
    cluster.handOver(shard, from, to);
    confirmed("e1");
    assertThat(heard(await(redis.vault.load(who)).talk())).containsExactly("e0", "e1");
    cluster.settle(shard, to);
    confirmed("e2");
    assertThat(heard(await(redis.vault.load(who)).talk())).containsExactly("e0", "e1", "e2");
  }

  /// People of one shard write, meanwhile something happens; then everything is there once.
  private void talking(Runnable happens) throws Exception {
    var people =
        Stream.generate(TestTalks::someone)
            .filter(other -> Shard.of(other).name().equals(shard))
            .limit(PEOPLE)
            .toList();
    List<String> events = IntStream.range(0, MESSAGES).mapToObj(i -> "e" + i).toList();
    long before = redis.pending(shard);
    var begun = new CountDownLatch(PEOPLE * MESSAGES / 3);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var talks =
          people.stream()
              .<Callable<Void>>map(
                  person ->
                      () -> {
                        for (String event : events) {
                          confirmed(person, event);
                          begun.countDown();
                        }
                        return null;
                      })
              .map(threads::submit)
              .toList();
      begun.await();
      happens.run();
      for (var talk : talks) {
        talk.get();
      }
    }
    for (ConversationId person : people) {
      assertThat(heard(await(redis.vault.load(person)).talk())).isEqualTo(events);
    }
    assertThat(redis.pending(shard) - before).isEqualTo((long) PEOPLE * MESSAGES);
  }

  private void confirmed(String event) {
    confirmed(who, event);
  }

  /// As a provider does: again until it is taken.
  private static void confirmed(ConversationId person, String event) {
    for (boolean taken = false; !taken; ) {
      try {
        var base = redis.vault.load(person).toCompletionStage().toCompletableFuture().get();
        var commit = redis.vault.commit(said(person, base, event, say(event)));
        taken =
            !(commit.toCompletionStage().toCompletableFuture().get() instanceof Committed.Stale);
      } catch (ExecutionException refused) {
        taken = false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static int anotherMaster(int from) {
    return Shard.names().stream()
        .map(cluster::master)
        .filter(master -> master != from)
        .findFirst()
        .orElseThrow();
  }

  private static TestRedis redis(String node) {
    var settings = TestCluster.settings(cluster, 1);
    return new TestRedis(settings, node, Duration.ofSeconds(10), TestTalks.JSON);
  }
}
