package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.Loops;
import id.kentongan.bot.desk.Outlet;
import id.kentongan.bot.watch.Trail;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Recalls;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The sixth room: a round for each shard whose lease this node holds.
public final class Postman implements Outlet {
  private final Vertx vertx;
  private final Loops loops;
  private final Stores stores;
  private final Clock clock;
  private final Gear.Pace pace;
  private final Map<String, Round> rounds = new ConcurrentHashMap<>();

  /// Where the work lies.
  public record Stores(Outbox outbox, DueTimers timers, Leases leases, Journal journal) {}

  /// Whom the work reaches: channels by name, records and files; where is noted what was taken; and
  /// who knows what is not to be sent any more.
  public record Reach(
      Map<String, Channel> channels,
      Records records,
      Files files,
      TakenBag taken,
      Recalls recalls) {}

  /// The gateway's clock, and how far it is ahead of Redis's (zero but for a played time).
  public record Clock(InstantSource instants, Supplier<Duration> ahead) {
    public Clock(InstantSource instants, Duration ahead) {
      this(instants, () -> ahead);
    }
  }

  public Postman(
      Vertx vertx, Loops loops, Stores stores, Reach reach, Clock clock, MeterRegistry meters) {
    this(vertx, loops, stores, reach, clock, meters, Trail.NONE);
  }

  /// `trail` is told of each attempt.
  public Postman(
      Vertx vertx,
      Loops loops,
      Stores stores,
      Reach reach,
      Clock clock,
      MeterRegistry meters,
      Trail trail) {
    this.vertx = vertx;
    this.loops = loops;
    this.stores = stores;
    this.clock = clock;
    var messages = new Messages(reach.channels(), reach.taken(), attempt());
    var fetches = new Fetches(reach.channels(), reach.files());
    var acts = new Acts(reach.channels(), reach.records());
    this.pace =
        new Gear.Pace(
            clock.instants(),
            stores.leases().lasts(),
            new Brakes(),
            new Carrier(
                messages, fetches, acts, new Announcing(vertx, reach.records(), reach.recalls())),
            new Tally(meters, trail));
  }

  /// An attempt at a message ends well before the lease may have gone to another node.
  private Duration attempt() {
    return stores.leases().lasts().multipliedBy(6).dividedBy(10);
  }

  @Override
  public void committed(String shard, Vault.Commit commit, Vault.Committed.Done done) {
    Round round = rounds.get(shard);
    if (round != null) {
      round.committed(commit, done);
    }
  }

  @Override
  public void doubted(String shard) {
    Round round = rounds.get(shard);
    if (round != null) {
      round.doubted();
    }
  }

  /// Reads a shard again, because another node put something in, or to renew its lease.
  public void look(String shard) {
    loops.of(shard).runOnContext(go -> with(shard, Round::read));
  }

  /// Whether nothing of this node's shards is under way and no timer fires within that time.
  public Future<Boolean> quiet(Duration within) {
    Instant until = clock.instants().instant().plus(within);
    return Future.all(rounds.keySet().stream().map(shard -> quiet(shard, until)).toList())
        .map(all -> all.<Boolean>list().stream().allMatch(quiet -> quiet));
  }

  private Future<Boolean> quiet(String shard, Instant until) {
    return loops.on(
        shard,
        () -> {
          Round round = rounds.get(shard);
          return Future.succeededFuture(round == null || round.quiet(until));
        });
  }

  /// The gateway's clock was moved: timers that are due now fire.
  public void jumped() {
    rounds.keySet().forEach(s -> loops.of(s).runOnContext(go -> with(s, Round::jumped)));
  }

  /// Begins the round of a shard whose lease was won.
  void begin(Lease lease, Desk desk) {
    String shard = lease.name();
    var gear = new Gear(vertx, stores.outbox(), stores.timers(), stores.journal(), desk, pace);
    var round = new Round(lease, gear, attempt(), clock.ahead(), () -> rounds.remove(shard));
    rounds.put(shard, round);
    look(shard);
  }

  /// Ends the round of a shard and gives its lease back.
  Future<Void> end(String shard) {
    Round round = rounds.get(shard);
    return round == null
        ? Future.succeededFuture()
        : loops
            .on(shard, round::end)
            .onComplete(ended -> rounds.remove(shard, round))
            .eventually(() -> stores.leases().release(round.lease()));
  }

  /// Whether this node works on a shard and begins new work there. On the shard's event loop.
  public boolean holds(String shard) {
    Round round = rounds.get(shard);
    return round != null && round.open();
  }

  /// The shards that this node works on.
  public List<String> shards() {
    return rounds.keySet().stream().sorted().toList();
  }

  private void with(String shard, Consumer<Round> act) {
    Round round = rounds.get(shard);
    if (round != null) {
      act.accept(round);
    }
  }
}
