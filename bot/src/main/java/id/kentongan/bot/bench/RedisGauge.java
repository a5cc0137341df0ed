package id.kentongan.bot.bench;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Redis tells of its own work.
///
/// Source: https://redis.io/docs/latest/commands/info/
final class RedisGauge implements AutoCloseable {
  private static final Pattern CALLS = Pattern.compile("cmdstat_([^:]+):calls=([0-9]+)");
  private static final int SAMPLE = 1000;

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  RedisGauge(String uri) {
    this.client = RedisClient.create(uri);
    this.connection = client.connect();
  }

  /// How often each command ran, inside functions too.
  Map<String, Long> commands() {
    var calls = new TreeMap<String, Long>();
    Matcher found = CALLS.matcher(redis().info("commandstats"));
    while (found.find()) {
      calls.put(found.group(1), Long.parseLong(found.group(2)));
    }
    return calls;
  }

  /// Its process, where it runs on this machine.
  long pid() {
    return Long.parseLong(line("server", "process_id"));
  }

  String version() {
    return line("server", "redis_version");
  }

  /// `appendfsync` as it is set.
  String fsync() {
    return redis().configGet("appendfsync").getOrDefault("appendfsync", "?");
  }

  void fsync(String when) {
    redis().configSet("appendfsync", when);
  }

  /// The average size of a conversation's key in bytes, over at most a thousand of them.
  double conversationBytes() {
    return conversations().stream()
        .map(redis()::memoryUsage)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .average()
        .orElse(0);
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }

  private List<String> conversations() {
    var keys = new ArrayList<String>();
    var wanted = ScanArgs.Builder.matches("{*}:talk:*").limit(SAMPLE);
    ScanCursor cursor = ScanCursor.INITIAL;
    while (!cursor.isFinished() && keys.size() < SAMPLE) {
      KeyScanCursor<String> page = redis().scan(cursor, wanted);
      keys.addAll(page.getKeys());
      cursor = page;
    }
    return keys;
  }

  private String line(String section, String name) {
    return redis()
        .info(section)
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("0");
  }

  private RedisCommands<String, String> redis() {
    return connection.sync();
  }
}
