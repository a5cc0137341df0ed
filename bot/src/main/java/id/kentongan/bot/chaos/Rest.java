package id.kentongan.bot.chaos;

import id.kentongan.integrations.redis.Shard;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is left in the stores when there should be nothing more to do.
final class Rest implements AutoCloseable {
  private static final long OVERDUE_MILLIS = 30_000;

  private final AbstractRedisClient client;
  private final RedisClusterCommands<String, String> redis;
  private final Connection database;

  Rest(ChaosStores stores) {
    if (stores.cluster().isPresent()) {
      var cluster = RedisClusterClient.create(stores.redisSettings().members());
      this.client = cluster;
      this.redis = cluster.connect().sync();
    } else {
      var single = RedisClient.create(stores.redisUri());
      this.client = single;
      this.redis = single.connect().sync();
    }
    try {
      this.database = DriverManager.getConnection(stores.databaseUrl());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Everything that still waits, in words; nothing when all is done.
  List<String> waiting() {
    var waiting = new ArrayList<String>();
    for (String shard : Shard.names()) {
      String tag = '{' + shard + "}:";
      long effects = redis.xlen(tag + "outbox");
      long later = redis.hlen(tag + "later");
      long overdue =
          redis.zcount(tag + "timers", io.lettuce.core.Range.create(0, now() - OVERDUE_MILLIS));
      if (effects + later + overdue > 0) {
        waiting.add(
            shard
                + ": "
                + effects
                + " effects, "
                + later
                + " put off, "
                + overdue
                + " overdue timers");
      }
    }
    long notices = number("select count(*) from notices where done is null");
    if (notices > 0) {
      waiting.add(notices + " notices");
    }
    return waiting;
  }

  /// What both stores hold, in words.
  String held() {
    long entries =
        Shard.names().stream().mapToLong(shard -> redis.xlen('{' + shard + "}:outbox")).sum();
    return "Redis %,d kB %s connections %d entries in streams, PostgreSQL %d connections"
        .formatted(
            Long.parseLong(info("memory", "used_memory")) / 1024,
            info("clients", "connected_clients"),
            entries,
            number("select count(*) from pg_stat_activity where backend_type = 'client backend'"));
  }

  private String info(String section, String name) {
    return redis
        .info(section)
        .lines()
        .filter(line -> line.startsWith(name + ':'))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  /// Each number that was told is kept, and each that is kept was told.
  void matters(Matter matter, List<String> told, Findings findings) {
    List<String> kept = texts("select number from " + matter.kept);
    told.stream()
        .filter(number -> !kept.contains(number))
        .forEach(n -> findings.add(matter.wrong, n + " was told and is not kept"));
    kept.stream()
        .filter(number -> !told.contains(number))
        .forEach(n -> findings.add(matter.wrong, n + " is kept and was not told"));
    long twice =
        number(
            "select count(*) from (select talk from %s group by talk having count(*) > 1) as twice"
                .formatted(matter.kept));
    if (twice > 0) {
      findings.add(matter.wrong, twice + " talks with more than one");
    }
  }

  /// How many papers each claim has, by its number.
  Map<String, Integer> papers() {
    return texts("select claim from claim_papers").stream()
        .collect(Collectors.toMap(claim -> claim, claim -> 1, Integer::sum));
  }

  @Override
  public void close() {
    client.shutdown();
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long now() {
    return Long.parseLong(redis.time().getFirst()) * 1000;
  }

  private long number(String query) {
    return Long.parseLong(texts(query).getFirst());
  }

  private List<String> texts(String query) {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
