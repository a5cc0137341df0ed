package id.kentongan.integrations.redis;

import id.kentongan.integrations.stores.Commands;
import id.kentongan.integrations.stores.Kept;
import id.kentongan.integrations.stores.Ready;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A real Redis Cluster of our own on loopback: masters first, then replicas of each in turn. For
/// tests, benchmarks and chaos; blocks.
public final class EmbeddedCluster implements AutoCloseable {
  private final Path data;
  private final Form form;
  private final String password;
  private final RedisClient client = RedisClient.create();
  private final List<EmbeddedRedis> members = new ArrayList<>();
  private final List<String> paused = new ArrayList<>();
  private final Set<Integer> killed = new TreeSet<>();
  private boolean allAway;

  /// `replicas` for each master; `fsync` as in [EmbeddedRedis#start]; `patience` is how long a
  /// member may be silent before the others count it as gone and a replica takes its place.
  public record Form(int masters, int replicas, boolean fsync, Duration patience) {
    int size() {
      return masters * (1 + replicas);
    }
  }

  private EmbeddedCluster(Path data, Form form, String password) {
    this.data = data;
    this.form = form;
    this.password = password;
  }

  /// Starts all and joins them to a cluster that has every slot and every replica.
  public static EmbeddedCluster start(Path data, Form form) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var cluster = new EmbeddedCluster(data, form, Kept.password(data.resolve("password")));
    try {
      for (int member = 0; member < form.size(); member++) {
        cluster.members.add(cluster.started(member));
      }
      cluster.join();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /// Of all members, with commas between.
  public String uri() {
    return members.stream().map(EmbeddedRedis::uri).collect(Collectors.joining(","));
  }

  public int size() {
    return members.size();
  }

  /// What a member is called by the others.
  public String name(int member) {
    return asked(member, ClusterMember::name);
  }

  /// The processes of all members.
  public List<Long> pids() {
    return IntStream.range(0, size())
        .mapToObj(member -> Long.valueOf(asked(member, ClusterMember::pid)))
        .toList();
  }

  /// A figure of INFO, of all members together.
  public long figure(String section, String name) {
    return IntStream.range(0, size())
        .mapToLong(member -> asked(member, m -> m.figure(section, name)))
        .sum();
  }

  /// Adds so many values of that size to a shard.
  public void fill(String shard, int count, int bytes) {
    asked(master(shard), m -> m.fill(new Shard(shard), count, bytes));
  }

  /// Who has the slot of a shard now, by the word of a member that lives.
  public int master(String shard) {
    int slot = Slots.of(shard);
    return IntStream.range(0, size())
        .filter(member -> lives(member) && asked(member, m -> m.owns(slot)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody has slot " + slot));
  }

  /// The members that follow this one.
  public List<Integer> replicas(int master) {
    String name = name(master);
    return IntStream.range(0, size())
        .filter(member -> lives(member) && asked(member, m -> m.isReplicaOf(name)))
        .boxed()
        .toList();
  }

  /// SIGKILL; it stays away until it is revived.
  public void kill(int member) {
    killed.add(member);
    members.get(member).kill();
  }

  /// SIGKILL of all; they stay away until all are revived.
  public void killAll() {
    allAway = true;
    paused.clear();
    for (int member = 0; member < size(); member++) {
      kill(member);
    }
  }

  /// Starts all on their data and waits until the cluster is whole.
  public void reviveAll() {
    allAway = false;
    revive();
  }

  /// Starts those that were killed alone, on their data, and waits until the cluster is whole.
  public void revive() {
    if (!allAway && !killed.isEmpty()) {
      killed.forEach(member -> members.set(member, started(member)));
      killed.clear();
      Ready.await("a whole cluster", this::whole);
    }
  }

  /// SIGSTOP: it stands still until all are resumed.
  public void pause(int member) {
    String pid = asked(member, ClusterMember::pid);
    paused.add(pid);
    Commands.run(List.of("kill", "-STOP", pid));
  }

  /// SIGCONT for all that stand still; waits until the cluster is whole.
  public void resume() {
    if (!paused.isEmpty()) {
      paused.forEach(pid -> Commands.run(List.of("kill", "-CONT", pid)));
      paused.clear();
      Ready.await("a whole cluster", this::whole);
    }
  }

  /// Lets a replica take the place of its master, whether that lives or not, and waits for it.
  public void promote(int replica, String shard) {
    asked(replica, ClusterMember::takesOver);
    Ready.await(
        "a new master", () -> lives(replica) && asked(replica, m -> m.owns(Slots.of(shard))));
  }

  /// Moves a shard's slot to another master, key by key, as `redis-cli --cluster reshard` does.
  public void move(String shard, int to) {
    int from = master(shard);
    if (from != to) {
      open(shard, from, to);
      handOver(shard, from, to);
      settle(shard, to);
    }
  }

  /// From now on who asks `from` for a key that is not there is sent to `to`.
  void open(String shard, int from, int to) {
    String giver = name(from);
    String taker = name(to);
    asked(to, m -> m.importing(Slots.of(shard), giver));
    asked(from, m -> m.migrating(Slots.of(shard), taker));
  }

  /// How many keys went.
  int handOver(String shard, int from, int to) {
    int port = members.get(to).port();
    return asked(from, m -> m.handOver(Slots.of(shard), port, password));
  }

  /// The new owner is told first, so that at no time nobody has the slot.
  void settle(String shard, int to) {
    String taker = name(to);
    asked(to, m -> m.settled(Slots.of(shard), taker));
    for (int member = 0; member < size(); member++) {
      if (member != to && lives(member) && asked(member, ClusterMember::isMaster)) {
        asked(member, m -> m.settled(Slots.of(shard), taker));
      }
    }
    // why: a replica that takes over claims the slots that its master had as far as it knows
    Ready.await("agreement on a slot", () -> agreed(shard, taker));
  }

  private boolean agreed(String shard, String owner) {
    return IntStream.range(0, size())
        .filter(this::lives)
        .allMatch(
            member ->
                asked(member, m -> m.ownerOf(Slots.of(shard))).filter(owner::equals).isPresent());
  }

  /// Whether a member answers.
  public boolean lives(int member) {
    return members.get(member).answers();
  }

  @Override
  public void close() {
    client.shutdown();
    members.forEach(EmbeddedRedis::close);
  }

  /// Whether all live, agree and have what they shall have.
  public boolean whole() {
    try {
      return IntStream.range(0, size())
          .allMatch(member -> lives(member) && asked(member, m -> m.well(size())));
    } catch (RedisException died) {
      return false;
    }
  }

  <T> T asked(int member, Function<ClusterMember, T> ask) {
    try (var connection = client.connect(RedisURI.create(members.get(member).uri()))) {
      return ask.apply(new ClusterMember(connection.sync()));
    }
  }

  private EmbeddedRedis started(int member) {
    return EmbeddedRedis.member(
        data.resolve("member" + member), form.fsync(), password, form.patience());
  }

  private void join() {
    List<Slots.Range> ranges = Slots.shared(form.masters());
    for (int member = 0; member < size(); member++) {
      int own = member;
      asked(own, m -> m.epoch(own + 1));
      if (own < form.masters()) {
        asked(own, m -> m.takes(ranges.get(own)));
      }
      for (int other = 0; other < own; other++) {
        int port = members.get(other).port();
        int bus = asked(other, ClusterMember::bus);
        asked(own, m -> m.meets(port, bus));
      }
    }
    for (int member = form.masters(); member < size(); member++) {
      String master = name(member % form.masters());
      asked(member, m -> m.follows(master));
    }
    Ready.await("a whole cluster", this::whole);
  }
}
