package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Await;
import id.kentongan.integrations.TestTalks;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One gateway's view of a Redis, for tests: everything that this package offers.
public final class TestRedis implements AutoCloseable {
  public final Vertx vertx = Vertx.vertx();
  public final RedisFunctions functions;
  public final RedisVault vault;
  public final RedisOutbox outbox;
  public final RedisLeases leases;
  public final RedisTimers timers;
  public final RedisDeadLetters deadLetters;
  public final RedisWakes wakes;
  public final RedisNeighbours neighbours;

  public TestRedis(String uri, String node, Duration lease) {
    this(uri, node, lease, TestTalks.JSON);
  }

  /// `json` is how conversations are stored.
  public TestRedis(String uri, String node, Duration lease, TalkJson json) {
    this(RedisSettings.of(uri), node, lease, json);
  }

  public TestRedis(RedisSettings settings, String node, Duration lease, TalkJson json) {
    functions = Await.await(RedisFunctions.open(vertx, settings));
    vault = new RedisVault(functions, node, TestTalks.MASTER, json);
    outbox = new RedisOutbox(functions, lease, TestTalks.MASTER);
    leases = new RedisLeases(functions, node, lease);
    timers = new RedisTimers(functions, TestTalks.MASTER, json);
    deadLetters = new RedisDeadLetters(functions, TestTalks.MASTER);
    wakes = new RedisWakes(functions, node);
    neighbours = new RedisNeighbours(vertx, functions, node, TestTalks.MASTER, lease);
  }

  /// How many effects wait in a shard.
  public long pending(String shard) {
    String outbox = new Shard(shard).outbox();
    return Await.await(functions.repeated(() -> functions.commands().xlen(outbox)));
  }

  /// How often other nodes than its owner committed into a conversation's shard.
  public long foreign(ConversationId who) {
    String lease = Shard.of(who).lease();
    byte[] times = Await.await(functions.repeated(() -> functions.commands().hget(lease, "x")));
    return times == null ? 0 : Bytes.number(times);
  }

  /// How often this Redis ran each command so far, within functions too.
  public Map<String, Long> commandCalls() {
    String told = Await.await(functions.repeated(() -> functions.commands().info("commandstats")));
    return Pattern.compile("cmdstat_([^:]+):calls=([0-9]+)")
        .matcher(told)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2))));
  }

  @Override
  public void close() {
    functions.close();
    Await.await(vertx.close());
  }
}
