package id.kentongan.bot.bench;

import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import id.kentongan.integrations.redis.RedisVault;
import id.kentongan.integrations.redis.Shard;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fills the Redis of a gateway beside it: idle conversations, and conversations with timers.
/// Blocks.
final class Crammed implements AutoCloseable {
  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final String uri;
  private final RedisClient client;
  private final StatefulRedisConnection<String, byte[]> redis;

  Crammed(Vertx vertx, String uri) {
    this.vertx = vertx;
    this.uri = uri;
    this.client = RedisClient.create(uri);
    this.redis = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
  }

  /// So many copies of a conversation that lies there, under names of nobody.
  void conversations(int many) {
    byte[] one = redis.sync().get(someTalk());
    redis.setAutoFlushCommands(false);
    for (int from = 0; from < many; from += AT_ONCE) {
      var written = new ArrayList<RedisFuture<?>>();
      for (int i = from; i < Math.min(many, from + AT_ONCE); i++) {
        String shard = Shard.names().get(i % Shard.names().size());
        written.add(redis.async().set("{%s}:talk:nobody%010d".formatted(shard, i), one));
      }
      redis.flushCommands();
      LettuceFutures.awaitAll(PATIENCE, written.toArray(RedisFuture<?>[]::new));
    }
    redis.setAutoFlushCommands(true);
  }

  private String someTalk() {
    String cursor = "0";
    do {
      var page =
          redis
              .sync()
              .scan(ScanCursor.of(cursor), ScanArgs.Builder.matches("{*}:talk:*").limit(AT_ONCE));
      if (!page.getKeys().isEmpty()) {
        return page.getKeys().getFirst();
      }
      cursor = page.getCursor();
    } while (!cursor.equals("0"));
    throw new IllegalStateException("nobody has talked yet");
  }

  /// Memory of all data, in bytes.
  long memory() {
    String told = redis.sync().info("memory");
    int at = told.indexOf("used_memory:") + "used_memory:".length();
    return Long.parseLong(told.substring(at, told.indexOf('\r', at)));
  }

  /// So many new conversations, each with a timer; they are due one after another within a time.
  void timers(MasterKey key, int many, Instant first, Duration within) {
    RedisFunctions functions = RedisFunctions.open(vertx, RedisSettings.of(uri)).await();
    try {
      TalkJson json = DialogMind.stored();
      var vault = new RedisVault(functions, "bench", key, json);
      for (int from = 0; from < many; from += AT_ONCE) {
        var written = new ArrayList<Future<?>>();
        for (int i = from; i < Math.min(many, from + AT_ONCE); i++) {
          Instant due = first.plus(within.multipliedBy(i).dividedBy(many));
          written.add(vault.commit(waiting(i, due)));
        }
        Future.all(written).await();
      }
    } finally {
      functions.close();
    }
  }

  private static Vault.Commit waiting(int number, Instant due) {
    var who = new ConversationId("telegram", Long.toString(7_000_000_000L + number));
    Talk fresh = Talk.fresh();
    var talk =
        new Talk(
            fresh.language(),
            fresh.stack(),
            fresh.person(),
            fresh.memory(),
            Map.of(TimerName.DRAFT_NUDGE, due));
    var timers = List.<Timer>of(new Timer.Set(TimerName.DRAFT_NUDGE, due));
    return new Vault.Commit(
        who,
        new Vault.Loaded(fresh, 0, null, null),
        "bench:" + number,
        1,
        new Vault.Next(talk, List.of(), timers),
        new Vault.Origin.Told());
  }

  /// How many timers were due at this time or before and have not fired.
  long overdue(Instant at) {
    return Shard.names().stream()
        .mapToLong(
            shard ->
                redis
                    .sync()
                    .zcount(
                        "{" + shard + "}:timers",
                        Range.create(Double.NEGATIVE_INFINITY, (double) at.toEpochMilli())))
        .sum();
  }

  @Override
  public void close() {
    redis.close();
    client.shutdown();
  }
}
