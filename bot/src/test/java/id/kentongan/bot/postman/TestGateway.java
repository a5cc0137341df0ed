package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;

import id.kentongan.bot.desk.Crowd;
import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.Flood;
import id.kentongan.bot.desk.Holders;
import id.kentongan.bot.desk.Loops;
import id.kentongan.bot.desk.Received;
import id.kentongan.bot.desk.Turns;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.Shard;
import id.kentongan.integrations.redis.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/// One gateway in this JVM: a Desk and a Postman on a Redis and a world that others may share.
public final class TestGateway implements AutoCloseable {
  /// A lease that does not run out while a test runs, however slow the machine: what is sent in it
  /// is sent once.
  public static final Duration LASTING = Duration.ofMinutes(1);

  private static final AtomicInteger COUNT = new AtomicInteger();

  public final TestRedis redis;
  public final Desk desk;
  public final Postman postman;
  public final Rounds rounds;
  private final Holders holders;

  public TestGateway(String uri, FakeWorld world, Duration lease) {
    this(uri, world, lease, new Flood(100_000, 1));
  }

  public TestGateway(String uri, FakeWorld world, Duration lease, Flood flood) {
    this(uri, world, lease, flood, Crowd.NONE);
  }

  public TestGateway(String uri, FakeWorld world, Duration lease, Flood flood, Crowd crowd) {
    this(new TestRedis(uri, node(), lease), world, flood, crowd);
  }

  /// A gateway of another version of the program, which stores conversations as `json` says.
  public TestGateway(String uri, FakeWorld world, Duration lease, TalkJson json) {
    this(new TestRedis(uri, node(), lease, json), world, new Flood(100_000, 1), Crowd.NONE);
  }

  private TestGateway(TestRedis redis, FakeWorld world, Flood flood, Crowd crowd) {
    this.redis = redis;
    Loops loops = await(Loops.open(redis.vertx, 2));
    await(Future.all(loops.all().stream().map(redis.functions::join).toList()));
    var stores = new Postman.Stores(redis.outbox, redis.timers, redis.leases, world);
    var reach =
        new Postman.Reach(
            Map.of("test", world),
            world,
            world,
            new TakenBag(redis.vertx, new NoDeliveries(), r -> {}),
            world);
    var clock = new Postman.Clock(InstantSource.system(), Duration.ZERO);
    postman = new Postman(redis.vertx, loops, stores, reach, clock, new SimpleMeterRegistry());
    holders =
        new Holders(
            redis.neighbours,
            postman::holds,
            new Holders.Silence(redis.leases.lasts(), System::nanoTime));
    var around = new Desk.Around(postman, holders, Supplier::get);
    desk = new Desk(redis.vault, turns(world), world, rules(flood, crowd), loops, around);
    rounds = new Rounds(redis.vertx, redis.leases, redis.wakes, Shard.names(), postman, desk);
  }

  private static String node() {
    return "node" + ProcessHandle.current().pid() + '-' + COUNT.incrementAndGet();
  }

  /// Works on shards, and has done what waited there.
  public TestGateway started() {
    open();
    await(rounds.start());
    // why: what a shard's first read brings may have been sent by another, and is settled first
    Awaitility.await().until(() -> await(postman.quiet(Duration.ZERO)));
    return this;
  }

  /// Gives what comes to those who work on shards, and works on none.
  public TestGateway open() {
    await(holders.open(desk));
    return this;
  }

  /// Hears every word as it stands and says it back.
  public static Turns turns(FakeWorld world) {
    return new Turns(TestGateway::heard, new EchoMind(), channel -> world.limits());
  }

  public static Desk.Rules rules(Flood flood, Crowd crowd) {
    return new Desk.Rules(InstantSource.system(), flood, crowd, language -> "pelan-pelan");
  }

  private static Understood heard(String text) {
    var guess = new Understood.Guess("test", 1);
    return new Understood(text, text, Language.INDONESIAN, List.of(guess));
  }

  public Future<Received> say(ConversationId who, String id, String text) {
    return say(who, id, text, Instant.now());
  }

  public Future<Received> say(ConversationId who, String id, String text, Instant at) {
    var words = new Inbound.Words(text, false);
    return desk.receive(new Inbound(id, who, at, words, null, null, "h" + id));
  }

  /// What the conversation heard so far.
  public List<String> heardBy(ConversationId who) {
    return TestTalks.heard(await(redis.vault.load(who)).talk());
  }

  /// As kill -9 would: nothing is finished, nothing given back.
  public void kill() {
    redis.close();
  }

  @Override
  public void close() {
    await(rounds.stop());
    redis.close();
  }
}
