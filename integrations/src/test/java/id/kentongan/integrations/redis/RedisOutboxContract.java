package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.ask;
import static id.kentongan.integrations.TestTalks.said;
import static id.kentongan.integrations.TestTalks.say;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Neighbours;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.Vault.Origin;
import id.kentongan.integrations.crypto.DataKey;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What outbox, timers, leases, wakes and dead letters of two gateways hold to, whatever Redis is
/// under them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisOutboxContract {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final Duration BRIEF = Duration.ofMillis(600);

  private static final DueTimers.Part ALL = new DueTimers.Part(Instant.EPOCH, 0, 10);

  private final TestRedis one;
  private final TestRedis two;
  private final Set<String> used = new HashSet<>();
  private ConversationId who = someone();
  private String shard = Shard.of(who).name();

  /// An empty Redis.
  RedisOutboxContract(RedisSettings world) {
    one = new TestRedis(world, "one", PATIENT, TestTalks.JSON);
    two = new TestRedis(world, "two", PATIENT, TestTalks.JSON);
  }

  /// why of another shard: what a test leaves there, a timer or an effect, is its own.
  @BeforeEach
  void somebodyElsewhere() {
    do {
      who = someone();
      shard = Shard.of(who).name();
    } while (!used.add(shard));
  }

  @AfterAll
  void close() {
    one.close();
    two.close();
  }

  @Test
  void theOwnerIsHandedWhatItCommits() {
    Lease lease = owned(one);
    var done = (Committed.Done) commit(one, "e1", say("a"), say("b"));
    assertThat(done.handed()).isNotNull();
    assertThat(done.handed().lease()).isEqualTo(lease);
    assertThat(done.holder()).isNull();
    assertThat(entries(page(one, lease))).containsAll(done.handed().entries());
    await(one.leases.release(lease));
  }

  @Test
  void anotherNodesCommitIsCountedAndWakesTheOwner() throws Exception {
    var woken = new LinkedBlockingQueue<String>();
    await(one.wakes.listen(woken::add));
    Lease lease = owned(one);
    long before = page(one, lease).foreign();
    var done = (Committed.Done) commit(two, "e1", say("a"));
    assertThat(done.handed()).isNull();
    assertThat(done.holder()).isEqualTo("one");
    assertThat(woken.poll(30, TimeUnit.SECONDS)).isEqualTo(shard);
    assertThat(page(one, lease).foreign()).isEqualTo(before + 1);
    await(one.leases.release(lease));
    assertThat(((Committed.Done) commit(two, "e2", say("b"))).holder()).isNull();
  }

  @Test
  void anEventIsGivenToAnotherNodeWhichAnswers() {
    var patient = Duration.ofSeconds(30);
    var here = new RedisNeighbours(one.vertx, one.functions, "here", TestTalks.MASTER, patient);
    var there = new RedisNeighbours(two.vertx, two.functions, "there", TestTalks.MASTER, patient);
    var done = new CopyOnWriteArrayList<Inbound>();
    await(here.listen(in -> Future.failedFuture("nobody gives anything back")));
    await(
        there.listen(
            in -> {
              done.add(in);
              return Future.succeededFuture(Neighbours.Answer.COMMITTED);
            }));
    var words = new Inbound.Words("halo", false);
    var in = new Inbound("m1", who, Instant.EPOCH, words, "Slamet", null, "h1");
    assertThat(await(here.hand("there", in))).isEqualTo(Neighbours.Answer.COMMITTED);
    assertThat(done).containsExactly(in);
  }

  @Test
  void anOldFenceIsRefusedEverywhere() {
    Lease old = owned(one);
    String entry = entry(commit(one, "e1", say("a")));
    assertThat(await(two.leases.claim(shard))).isEmpty();
    var hasty = new RedisOutbox(one.functions, BRIEF, TestTalks.MASTER);
    assertThat(await(hasty.read(old, "0", 10))).isPresent();
    Awaitility.await().until(() -> await(two.leases.claim(shard)).isPresent());

    assertThat(await(one.outbox.read(old, "0", 10))).isEmpty();
    assertThat(await(one.outbox.settle(old, List.of(entry)))).isFalse();
    assertThat(await(one.outbox.later(old, entry, Instant.EPOCH, 1))).isFalse();
    assertThat(await(one.outbox.bury(old, entry, "no"))).isFalse();
    assertThat(await(one.outbox.waits(old, entry))).isFalse();
    assertThat(await(one.timers.due(old, Duration.ofDays(99_999), ALL)).timers()).isEmpty();
    var base = await(one.vault.load(who));
    var outcome = TestTalks.commit(who, base, "outcome", new Origin.Settled(entry, old), List.of());
    assertThat(await(one.vault.commit(outcome))).isInstanceOf(Committed.Fenced.class);

    Lease lease = owned(two);
    assertThat(lease.fence()).isGreaterThan(old.fence());
    assertThat(entries(page(two, lease))).contains(entry);
    await(two.leases.release(lease));
  }

  @Test
  void anOutcomesCommitDeletesItsEntryAlsoWhenItIsADuplicate() {
    Lease lease = owned(one);
    String first = entry(commit(one, "e1", say("a")));
    var settled = new Origin.Settled(first, lease);
    var base = await(one.vault.load(who));
    await(one.vault.commit(TestTalks.commit(who, base, "outcome", settled, List.of())));
    assertThat(await(one.outbox.waits(lease, first))).isFalse();

    String second = entry(commit(one, "e2", say("b")));
    var again = new Origin.Settled(second, lease);
    base = await(one.vault.load(who));
    var commit = TestTalks.commit(who, base, "outcome", again, List.of());
    assertThat(await(one.vault.commit(commit))).isInstanceOf(Committed.Duplicate.class);
    assertThat(await(one.outbox.waits(lease, second))).isFalse();
    await(one.leases.release(lease));
  }

  @Test
  void aQuestionThatHasNotLeftIsWithdrawnByTheNextMessageOnly() {
    Lease lease = owned(one);
    String question = entry(commit(one, "e1", ask("NIK?")));
    String answer = entry(commit(one, "e2", say("dicatat")));
    assertThat(await(one.outbox.waits(lease, question))).isFalse();
    assertThat(await(one.outbox.waits(lease, answer))).isTrue();

    String second = entry(commit(one, "e3", ask("nama?")));
    var base = await(one.vault.load(who));
    await(one.vault.commit(TestTalks.commit(who, base, "n1", new Origin.Told(), List.of())));
    assertThat(await(one.outbox.waits(lease, second))).isTrue();
    assertThat(await(one.outbox.waits(lease, answer))).isTrue();
    await(one.leases.release(lease));
  }

  @Test
  void whatIsPutOffSaysSoToTheNextOwner() {
    Lease lease = owned(one);
    String entry = entry(commit(one, "e1", say("a")));
    var due = Instant.parse("2026-11-21T03:00:00.250Z");
    await(one.outbox.later(lease, entry, due, 3));
    await(one.leases.release(lease));

    Lease next = owned(two);
    var waiting =
        page(two, next).entries().stream().filter(e -> e.entry().equals(entry)).findFirst();
    assertThat(waiting).isPresent();
    assertThat(waiting.get().due()).isEqualTo(due);
    assertThat(waiting.get().attempts()).isEqualTo(3);
    await(two.leases.release(next));
  }

  @Test
  void deadLettersAreListedReplayedAndDropped() {
    Lease lease = owned(one);
    String a = entry(commit(one, "e1", say("a")));
    String b = entry(commit(one, "e2", say("b")));
    await(one.outbox.bury(lease, a, "blocked"));
    await(one.outbox.bury(lease, b, "too long"));
    assertThat(await(one.outbox.waits(lease, a))).isFalse();

    var mine = await(one.deadLetters.list(100)).stream().filter(l -> l.id().startsWith(shard));
    var letters = mine.toList();
    assertThat(letters).extracting(l -> l.why()).containsExactly("blocked", "too long");
    assertThat(letters.getFirst().post())
        .isNotNull()
        .satisfies(post -> assertThat(post.effect()).isEqualTo(say("a")));
    var others = new ConversationId(who.channel(), who.sender() + "0");
    assertThat(await(one.deadLetters.of(who))).isEqualTo(letters);
    assertThat(await(one.deadLetters.of(others))).isEmpty();
    assertThat(await(one.deadLetters.replay(letters.getFirst().id()))).isTrue();
    assertThat(await(one.deadLetters.replay(letters.getFirst().id()))).isFalse();
    assertThat(await(one.deadLetters.drop(letters.getLast().id()))).isTrue();
    assertThat(await(one.deadLetters.drop("k1/nonsense"))).isFalse();
    assertThat(await(one.deadLetters.list(100))).isEmpty();
    assertThat(page(one, lease).entries())
        .anySatisfy(waiting -> assertThat(waiting.post().effect()).isEqualTo(say("a")));
    await(one.leases.release(lease));
  }

  @Test
  void everyDeadLetterIsLookedAtThoughThereAreMoreThanArePagedAtOnce() {
    var added = new ArrayList<Future<Void>>();
    for (int i = 0; i < 350; i++) {
      var to = i % 2 == 0 ? who : TestTalks.someone();
      var post = new Post(EffectId.of(to, i, 0), say("a"), null, null);
      added.add(one.deadLetters.add(post, i % 3 == 0 ? "kept" : "gone"));
    }
    await(Future.all(added));
    assertThat(await(one.deadLetters.count())).isEqualTo(350);
    var seen = new ArrayList<String>();
    Future<Integer> dropped =
        one.deadLetters.dropWhere(
            letter -> {
              seen.add(letter.id());
              return Future.succeededFuture(letter.why().equals("gone"));
            });
    assertThat(await(dropped)).isEqualTo(233);
    assertThat(seen).hasSize(350).doesNotHaveDuplicates();
    assertThat(await(one.deadLetters.list(1000)))
        .hasSize(117)
        .allMatch(letter -> letter.why().equals("kept"));
    assertThat(await(one.deadLetters.dropWhere(letter -> Future.succeededFuture(true))))
        .isEqualTo(117);
  }

  @Test
  void anEffectOfANewerProgramIsLeftToItAndABrokenOneIsLaidAside() {
    Lease lease = owned(one);
    String newer =
        put("{'id':'%s/7/0','effect':{'@':'Dance','steps':3}}".formatted(who.key()), "post");
    String broken = put("{}", "another place");

    Outbox.Page page = page(one, lease);
    assertThat(page.newer()).contains(new Outbox.Newer(newer, who));
    assertThat(entries(page)).doesNotContain(newer, broken);
    Awaitility.await().until(() -> !await(one.outbox.waits(lease, broken)));
    assertThat(await(one.outbox.waits(lease, newer))).isTrue();
    assertThat(await(one.deadLetters.list(100)))
        .extracting(letter -> letter.why())
        .containsExactly("unreadable by this program");
    await(one.deadLetters.list(100)).forEach(letter -> await(one.deadLetters.drop(letter.id())));
    await(one.outbox.settle(lease, List.of(newer)));
    await(one.leases.release(lease));
  }

  @Test
  void aTimerOfANewerProgramIsLeftToIt() {
    Lease lease = owned(one);
    var due = Instant.parse("2026-01-01T00:00:00Z");
    var set = List.<Timer>of(new Timer.Set(TimerName.FILES_QUIET, due));
    await(
        one.vault.commit(
            TestTalks.commit(who, await(one.vault.load(who)), "e1", new Origin.Told(), set)));
    String timers = new Shard(shard).timers();
    byte[] unknown = Bytes.of("someone:DANCE");
    await(one.functions.repeated(() -> one.functions.commands().zadd(timers, 1.0, unknown)));

    var found = await(one.timers.due(lease, Duration.ZERO, ALL));
    assertThat(found.timers()).extracting(timer -> timer.conversation()).containsExactly(who);
    assertThat(found.others()).isEqualTo(1);
    assertThat(await(one.functions.repeated(() -> one.functions.commands().zrem(timers, unknown))))
        .isEqualTo(1);
    await(one.leases.release(lease));
  }

  @Test
  void aTimerWhoseConversationCannotBeReadHoldsUpNoOther() {
    Lease lease = owned(one);
    var due = Instant.parse("2026-01-01T00:00:00Z");
    var set = List.<Timer>of(new Timer.Set(TimerName.FILES_QUIET, due));
    await(
        one.vault.commit(
            TestTalks.commit(who, await(one.vault.load(who)), "e1", new Origin.Told(), set)));
    String timers = new Shard(shard).timers();
    String talk = new Shard(shard).talk("broken");
    byte[] broken = Bytes.of("broken:FILES_QUIET");
    await(one.functions.repeated(() -> one.functions.commands().set(talk, new byte[] {1, 2})));
    await(one.functions.repeated(() -> one.functions.commands().zadd(timers, 1.0, broken)));

    var found = await(one.timers.due(lease, Duration.ZERO, ALL));
    assertThat(found.timers()).extracting(timer -> timer.conversation()).contains(who);
    assertThat(found.others()).isEqualTo(1);
    assertThat(found.last()).isEqualTo(due);
    var behind = await(one.timers.due(lease, Duration.ZERO, new DueTimers.Part(due, 0, 1)));
    assertThat(behind.others()).isZero();
    var first =
        await(one.timers.due(lease, Duration.ZERO, new DueTimers.Part(Instant.EPOCH, 0, 1)));
    assertThat(first.others()).isEqualTo(1);
    var second =
        await(one.timers.due(lease, Duration.ZERO, new DueTimers.Part(Instant.EPOCH, 1, 1)));
    assertThat(second.timers()).isNotEmpty();
    await(one.functions.repeated(() -> one.functions.commands().zrem(timers, broken)));
    await(one.leases.release(lease));
  }

  /// Lays sealed words into the outbox.
  private String put(String json, String place) {
    DataKey key = DataKey.random(new SecureRandom());
    byte[] sealed = key.seal(Bytes.of(json.replace('\'', '"')), place);
    var post = Map.of("b", Envelope.wrap(key.wrapped(TestTalks.MASTER), sealed));
    return await(
        one.functions.repeated(
            () -> one.functions.commands().xadd(new Shard(shard).outbox(), post)));
  }

  @Test
  void aTimerIsDueByTheClockOfRedisWithItsConversation() {
    Lease lease = owned(one);
    var due = Instant.parse("2099-01-01T00:00:00Z");
    var set = List.<Timer>of(new Timer.Set(TimerName.FILES_QUIET, due));
    var base = await(one.vault.load(who));
    await(one.vault.commit(TestTalks.commit(who, base, "e1", new Origin.Told(), set)));

    assertThat(page(one, lease).nextTimer()).isNotNull().isBeforeOrEqualTo(due);
    assertThat(await(one.timers.due(lease, Duration.ZERO, ALL)).timers()).isEmpty();
    assertThat(await(one.timers.due(lease, Duration.ofDays(365 * 100), ALL)).timers())
        .anySatisfy(
            timer -> {
              assertThat(timer.conversation()).isEqualTo(who);
              assertThat(timer.name()).isEqualTo(TimerName.FILES_QUIET);
              assertThat(timer.at()).isEqualTo(due);
            });
    await(one.leases.release(lease));
  }

  @Test
  void nodesThatLiveKnowOfEachOther() {
    var dying = new RedisLeases(two.functions, "two", BRIEF);
    await(one.leases.beat());
    assertThat(await(two.leases.beat())).containsExactly("one", "two");
    await(one.leases.leave());
    assertThat(await(dying.beat())).containsExactly("two");
    Awaitility.await().until(() -> await(one.leases.beat()).equals(List.of("one")));
    await(one.leases.leave());
  }

  private Lease owned(TestRedis node) {
    return Awaitility.await()
        .until(() -> await(node.leases.claim(shard)), lease -> lease.isPresent())
        .orElseThrow();
  }

  private static Outbox.Page page(TestRedis node, Lease lease) {
    return await(node.outbox.read(lease, "0", 1000)).orElseThrow();
  }

  private static List<String> entries(Outbox.Page page) {
    return page.entries().stream().map(Outbox.Waiting::entry).toList();
  }

  private Committed commit(TestRedis node, String event, Effect... effects) {
    return await(node.vault.commit(said(who, await(node.vault.load(who)), event, effects)));
  }

  private static String entry(Committed committed) {
    var handed = ((Committed.Done) committed).handed();
    assertThat(handed).isNotNull();
    return handed.entries().getFirst();
  }
}
