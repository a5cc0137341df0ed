package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Chaos.Breaks;
import id.kentongan.integrations.redis.Shard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What goes wrong and when; the same for the same seed and length.
final class Plan {
  private static final int WEIGHED = 5;

  /// Longer than it takes the cluster to replace a member.
  private static final Duration REPLACED = Duration.ofSeconds(9);

  private final Random random;
  private final List<Planned> faults = new ArrayList<>();

  /// A fault and when it begins, after the beginning of all.
  record Planned(Duration at, Fault fault) {}

  private Plan(long seed) {
    this.random = new Random(seed);
  }

  /// One fault after another, a pace between them, from a pack in which the commonest are several
  /// times; in the middle Redis is away for long. `disk`: whether there is one that can be full.
  static List<Planned> of(long seed, Duration length, Breaks breaks, boolean disk) {
    var plan = new Plan(seed);
    Duration pace = breaks.pace();
    Duration middle = length.dividedBy(2);
    plan.faults.add(
        new Planned(
            middle,
            breaks.cluster() ? new ClusterAway(breaks.away()) : new RedisAway(breaks.away())));
    List<Fault> pack = List.of();
    for (Duration at = pace; at.compareTo(length) < 0; at = at.plus(plan.about(pace))) {
      pack = pack.isEmpty() ? plan.pack(breaks, disk) : pack;
      Fault next = pack.getFirst();
      pack = pack.subList(1, pack.size());
      // why: what begins late must be over when the length is.
      if (at.plus(next.lasts()).compareTo(length) <= 0) {
        plan.faults.add(new Planned(at, next));
      }
    }
    plan.faults.sort(Comparator.comparing(Planned::at));
    return List.copyOf(plan.faults);
  }

  /// Nothing goes wrong, and what is held is weighed five times, first when all is warm.
  static List<Planned> calm(Duration length, Weights weights) {
    return IntStream.rangeClosed(1, WEIGHED)
        .mapToObj(
            time -> new Planned(length.multipliedBy(time).dividedBy(WEIGHED), new Weigh(weights)))
        .toList();
  }

  private List<Fault> pack(Breaks breaks, boolean disk) {
    Duration pace = breaks.pace();
    var pack =
        new ArrayList<Fault>(
            List.of(
                new KillGateway(node()),
                new KillGateway(node()),
                new KillGateway(node()),
                new StopGateway(node()),
                new PauseGateway(node(), Duration.ofSeconds(12)),
                new PauseGateway(node(), Duration.ofSeconds(2)),
                new KillStore(true),
                new KillStore(false),
                new BreakWire(node(), Wires.End.REDIS, Wire.State.CUT, pace),
                new BreakWire(node(), Wires.End.REDIS, Wire.State.SLOW, pace),
                new BreakWire(node(), Wires.End.REDIS, Wire.State.DEAD, pace),
                new BreakWire(node(), Wires.End.POSTGRES, Wire.State.CUT, pace),
                new BreakWire(node(), Wires.End.POSTGRES, Wire.State.DEAD, pace),
                new BreakWire(node(), Wires.End.TELEGRAM, Wire.State.DEAD, pace),
                new BreakWire(node(), Wires.End.TWILIO, Wire.State.CUT, pace),
                new Storm(true, Mischief.TOO_MANY, pace),
                new Storm(random.nextBoolean(), Mischief.BAD_GATEWAY, pace)));
    if (breaks.all()) {
      pack.addAll(more(pace));
    }
    if (breaks.all() && disk && !breaks.cluster()) {
      pack.add(new FillDisk(pace));
    }
    if (breaks.cluster()) {
      pack.removeIf(Plan::ofOneRedis);
      pack.addAll(ofTheCluster());
    }
    Collections.shuffle(pack, random);
    return pack;
  }

  private List<Fault> more(Duration pace) {
    Duration hours = Duration.ofMinutes(60L + random.nextInt(120));
    return List.of(
        new KillGateway(node()),
        new KillGateway(node()),
        new KillGateway(node()),
        new KillGateway(node()),
        new KillGateway(node()),
        new KillGateway(node()),
        new KillStore(true),
        new KillStore(true),
        new KillStore(false),
        new KillStore(false),
        new MoveClock(node(), random.nextBoolean() ? hours : hours.negated(), pace.multipliedBy(2)),
        new BreakWire(node(), Wires.End.REDIS, Wire.State.HALF_OPEN, pace),
        new BreakWire(node(), Wires.End.POSTGRES, Wire.State.HALF_OPEN, pace),
        new BreakWire(node(), Wires.End.TELEGRAM, Wire.State.HALF_OPEN, pace),
        new BreakWire(node(), Wires.End.TWILIO, Wire.State.HALF_OPEN, pace));
  }

  private static boolean ofOneRedis(Fault fault) {
    return (fault instanceof KillStore kill && kill.redis())
        || (fault instanceof BreakWire broken && broken.end() == Wires.End.REDIS);
  }

  private List<Fault> ofTheCluster() {
    return List.of(
        new KillMaster(shard(), REPLACED),
        new KillMaster(shard(), REPLACED),
        new PauseMaster(shard(), REPLACED),
        new MoveShard(shard()),
        new MoveShard(shard()),
        new MoveShard(shard()));
  }

  private String shard() {
    return Shard.names().get(random.nextInt(Shard.names().size()));
  }

  private int node() {
    return random.nextInt(2);
  }

  private Duration about(Duration pace) {
    return Duration.ofMillis(1 + (long) (pace.toMillis() * (0.5 + random.nextDouble())));
  }
}
