package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.say;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.desk.Loops;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Outbox.Newer;
import id.kentongan.integrations.Outbox.Page;
import id.kentongan.integrations.Outbox.Waiting;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.Vault.Handed;
import id.kentongan.integrations.stores.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A round whose reads are answered when the test says so.
final class RoundTest {
  private static final String REDIS = Stores.newRedis();
  private static final String SHARD = "k0";
  private static final Lease LEASE = new Lease(SHARD, 7);

  private final FakeWorld world = new FakeWorld();
  private final HeldOutbox outbox = new HeldOutbox();
  private final ConversationId who = someone();
  private final TestGateway gateway = new TestGateway(REDIS, world, TestGateway.LASTING);
  private final Vault.Commit first = commit(1, "satu");
  private final Vault.Commit second = commit(2, "dua");
  private final List<Integer> journal = new CopyOnWriteArrayList<>();
  private final Promise<Void> firstWritten = Promise.promise();
  private Loops loops;
  private Postman postman;

  @BeforeEach
  void begin() {
    loops = await(Loops.open(gateway.redis.vertx, 1));
    var stores =
        new Postman.Stores(
            outbox,
            (lease, ahead, part) -> Future.succeededFuture(DueTimers.Found.NONE),
            gateway.redis.leases,
            this::write);
    var taken = new TakenBag(gateway.redis.vertx, new NoDeliveries(), r -> {});
    var reach = new Postman.Reach(Map.of("test", world), world, world, taken, world);
    var clock = new Postman.Clock(InstantSource.system(), Duration.ZERO);
    postman =
        new Postman(gateway.redis.vertx, loops, stores, reach, clock, new SimpleMeterRegistry());
    postman.begin(LEASE, gateway.desk);
    await().until(() -> outbox.reads() == 1);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whatAReadOvertookIsNotOvertakenByWhatComesAfterIt() {
    committed(first, "1-0");
    outbox.answer(0, 5);
    await().until(() -> outbox.reads() == 2);
    committed(second, "2-0");
    outbox.answer(1, 5, waiting(first, "1-0"), waiting(second, "2-0"));
    await().until(() -> world.saidTo(who).size() == 2);
    assertThat(world.saidTo(who)).containsExactly("satu", "dua");
  }

  @Test
  void whatWasPerhapsCommittedIsReadBeforeAnythingElseIsTaken() {
    outbox.answer(0, 5);
    onTheLoop(() -> postman.doubted(SHARD));
    await().until(() -> outbox.reads() == 2);
    committed(second, "2-0");
    outbox.answer(1, 5, waiting(first, "1-0"), waiting(second, "2-0"));
    await().until(() -> world.saidTo(who).size() == 2);
    assertThat(world.saidTo(who)).containsExactly("satu", "dua");
  }

  @Test
  void whatFollowsAReadIsTakenAtOnce() {
    outbox.answer(0, 5);
    onTheLoop(() -> {});
    committed(first, "1-0");
    await().until(() -> world.saidTo(who).equals(List.of("satu")));
    assertThat(outbox.reads()).isEqualTo(1);
  }

  @Test
  void whatOnlyANewerProgramCanDoIsLeftToItAndNotOvertaken() {
    var other = someone();
    var entries =
        List.of(
            waiting(first, "1-0"),
            waiting(second, "3-0"),
            waiting(commit(other, 1, "lain"), "4-0"));
    var newer = List.of(new Newer("2-0", who));
    outbox.answer(0, new Page(entries, newer, 4, 5, 4, null));
    await().until(() -> outbox.settled.containsAll(List.of("1-0", "4-0")));
    assertThat(world.saidTo(who)).containsExactly("satu");
    assertThat(world.saidTo(other)).containsExactly("lain");
    assertThat(outbox.settled).doesNotContain("2-0", "3-0");
    assertThat(outbox.reads()).isEqualTo(1);
  }

  @Test
  void whatGathersWhileTheJournalIsWrittenGoesInOneBatch() {
    var entries = new ArrayList<Waiting>();
    for (int i = 1; i <= 901; i++) {
      entries.add(new Waiting(i + "-0", journalled(i), 0, null));
    }
    outbox.answer(0, new Page(entries, List.of(), 901, 5, 901, null));
    await().until(() -> journal.equals(List.of(1)));
    firstWritten.complete();
    await().until(() -> outbox.settled.size() == 901);
    assertThat(journal).containsExactly(1, 900);
  }

  private Future<Void> write(List<Journal.Line> lines) {
    journal.add(lines.size());
    return journal.size() == 1 ? firstWritten.future() : Future.succeededFuture();
  }

  private Post journalled(int number) {
    var entry = new JournalEntry("Said", Instant.EPOCH, "halo", "halo juga", "", null, 0);
    return new Post(EffectId.of(who, number, 0), new Effect.Journal(entry), null, null);
  }

  private void committed(Vault.Commit commit, String entry) {
    var done = new Committed.Done(commit.version(), new Handed(LEASE, 5, List.of(entry)));
    onTheLoop(() -> postman.committed(SHARD, commit, done));
  }

  private void onTheLoop(Runnable act) {
    await(
        loops.on(
            SHARD,
            () -> {
              act.run();
              return Future.succeededFuture();
            }));
  }

  private Vault.Commit commit(long version, String text) {
    return commit(who, version, text);
  }

  private static Vault.Commit commit(ConversationId who, long version, String text) {
    var base = new Vault.Loaded(Talk.fresh(), version - 1, null, null);
    return TestTalks.said(who, base, "event" + version, say(text));
  }

  private static Waiting waiting(Vault.Commit commit, String entry) {
    return new Waiting(entry, commit.next().posts().getFirst(), 0, null);
  }
}
