package id.kentongan.bot;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.Flood;
import id.kentongan.bot.desk.Holders;
import id.kentongan.bot.desk.Loops;
import id.kentongan.bot.desk.Returns;
import id.kentongan.bot.desk.Turns;
import id.kentongan.bot.halt.Halting;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.postman.GatheredJournal;
import id.kentongan.bot.postman.NoticeRelay;
import id.kentongan.bot.postman.Postman;
import id.kentongan.bot.postman.Rounds;
import id.kentongan.bot.postman.TakenBag;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.watch.Gauges;
import id.kentongan.bot.watch.MeteredDesk;
import id.kentongan.bot.watch.MeteredEar;
import id.kentongan.bot.watch.MeteredMind;
import id.kentongan.bot.watch.MeteredNeighbours;
import id.kentongan.bot.watch.MeteredVault;
import id.kentongan.bot.watch.Trail;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.broadcasts.PostgresRecalls;
import id.kentongan.integrations.postgres.journal.PostgresDeliveries;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.journal.PostgresResting;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisFigures;
import id.kentongan.integrations.redis.RedisLeases;
import id.kentongan.integrations.redis.RedisLoad;
import id.kentongan.integrations.redis.RedisNeighbours;
import id.kentongan.integrations.redis.RedisOutbox;
import id.kentongan.integrations.redis.RedisTimers;
import id.kentongan.integrations.redis.RedisVault;
import id.kentongan.integrations.redis.RedisWakes;
import id.kentongan.integrations.redis.Shard;
import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The rooms from the Desk to the Postman, as one node works in them.
final class Engine {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration JOURNAL_PAUSE = Duration.ofMillis(50);
  private static final Limits LEAST = new Limits(1000, 0, 0, 20, 24, 1000, Limits.Captions.of(0));

  private final String node = UUID.randomUUID().toString();
  private final Desk desk;
  private final Pressure pressure;
  private final Gauges figures;
  private final Vault vault;
  private final Postman postman;
  private final Leases leases;
  private final Holders holders;
  private final Rounds rounds;
  private final NoticeRelay relay;
  private final TakenBag taken;
  private final Returns returns;

  /// How messages are heard, which are kept for review, and what is made of them.
  record Hearing(Ear ear, Reviewing reviewing, Mind mind) {}

  /// To whom the rooms tell their figures and their way.
  record Watching(MeterRegistry meters, Trail trail) {}

  /// Whom the effects reach.
  record Reach(Map<String, Channel> channels, Records records, Files files) {
    /// What fits a channel; the least of all for one that is off meanwhile.
    Limits limits(String name) {
      Channel channel = channels.get(name);
      return channel == null ? LEAST : channel.limits();
    }
  }

  Engine(
      Base base,
      Hearing hearing,
      Reach reach,
      Settings.Desk pace,
      Optional<Halting> halting,
      Watching watching) {
    MeterRegistry meters = watching.meters();
    var redis = base.redis();
    TalkJson json = DialogMind.stored();
    Journal journal =
        new GatheredJournal(
            base.vertx(),
            new PostgresJournal(base.database(), base.key(), Optional.of(hearing.reviewing())),
            JOURNAL_PAUSE);
    this.leases = Halting.leases(halting, new RedisLeases(redis, node, LEASE));
    Loops loops = Loops.open(base.vertx(), Loops.fitting()).await();
    Future.all(loops.all().stream().map(redis::join).toList()).await();
    var deliveries = new PostgresDeliveries(base.database(), base.key(), base.clock());
    this.taken = new TakenBag(base.vertx(), deliveries, this::returned);
    var recalls = new PostgresRecalls(base.database());
    this.postman =
        new Postman(
            base.vertx(),
            loops,
            new Postman.Stores(
                new RedisOutbox(redis, LEASE, base.key()),
                new RedisTimers(redis, base.key(), json),
                leases,
                journal),
            new Postman.Reach(reach.channels(), reach.records(), reach.files(), taken, recalls),
            new Postman.Clock(base.clock(), () -> base.time().ahead()),
            meters,
            watching.trail());
    var turns =
        new Turns(
            new MeteredEar(hearing.ear(), meters),
            new MeteredMind(hearing.mind(), meters),
            reach::limits);
    Supplier<String> away = () -> words(base, Language.INDONESIAN, "gateway.full");
    this.pressure =
        new Pressure(
            base.vertx(),
            new RedisLoad(redis),
            pace.mostWaiting(),
            new Pressure.TurnedAway(reach.channels(), away));
    var rules =
        new Desk.Rules(
            base.clock(),
            new Flood(pace.burst(), pace.perMinute() / 60.0),
            pressure,
            lang -> words(base, lang, "gateway.too-fast"));
    this.vault =
        new MeteredVault(
            new RedisVault(
                redis, node, base.key(), json, new PostgresResting(base.database(), base.key())),
            meters,
            watching.trail(),
            base.clock());
    this.figures = new Gauges(base.vertx(), new RedisFigures(redis, base.time().machine()), meters);
    Gauges.own(
        meters,
        "kentongan.shards",
        "Shards that this node works on; 32 in all",
        () -> this.postman.shards().size());
    this.holders =
        new Holders(
            new MeteredNeighbours(
                new RedisNeighbours(base.vertx(), redis, node, base.key()), meters),
            postman::holds,
            new Holders.Silence(LEASE, System::nanoTime));
    this.desk =
        new Desk(
            vault,
            turns,
            journal,
            rules,
            loops,
            new Desk.Around(postman, holders, new MeteredDesk(meters)::time));
    this.returns = new Returns(desk, deliveries, new RedisDeadLetters(redis, base.key()));
    var wakes = new RedisWakes(redis, node);
    this.rounds = new Rounds(base.vertx(), leases, wakes, Shard.names(), postman, desk);
    var notices = new PostgresNotices(base.database(), base.key());
    this.relay = new NoticeRelay(base.vertx(), leases, notices, desk);
  }

  private static String words(Base base, Language language, String key) {
    return base.content().words().say(language, key);
  }

  private void returned(Deliveries.Returned returned) {
    returns.begin(returned);
  }

  /// What deals with the providers' reports.
  Returns returns() {
    return returns;
  }

  /// Brings the news that wait into their conversations.
  Future<Void> relay() {
    return relay.now();
  }

  Desk desk() {
    return desk;
  }

  Vault vault() {
    return vault;
  }

  Postman postman() {
    return postman;
  }

  Leases leases() {
    return leases;
  }

  /// Whether Redis answers this node, and has room; `silence` is what is known of one that does
  /// not.
  List<Health.Check> health(Supplier<Optional<String>> silence) {
    Supplier<Future<Optional<String>>> beat =
        () -> leases.beat().map(Optional.<String>empty()).recover(Engine::refused);
    return List.of(new Health.Check("redis", beat, silence), pressure.health());
  }

  /// What Redis itself said: no room in its memory or on its disk, no rights, loading.
  private static Future<Optional<String>> refused(Throwable e) {
    return e instanceof RedisCommandExecutionException said
        ? Future.succeededFuture(Optional.of("says " + said.getMessage()))
        : Future.failedFuture(e);
  }

  /// Done when this node has its first shards.
  Future<Void> start() {
    relay.start();
    return holders.open(desk).compose(listening -> rounds.start());
  }

  /// Finishes what is under way and gives everything back.
  Future<Void> stop() {
    pressure.close();
    figures.close();
    return relay.stop().eventually(rounds::stop).eventually(taken::empty);
  }
}
