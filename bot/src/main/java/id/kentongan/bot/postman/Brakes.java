package id.kentongan.bot.postman;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Channels whose provider asked for a pause, and how many replies wait there. Only that channel
/// waits.
final class Brakes {
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

  void pull(String channel, Instant now, Duration figure) {
    until.merge(channel, now.plus(figure), (a, b) -> a.isAfter(b) ? a : b);
  }

  /// So many more replies of a channel wait for a pause to end, or to be tried again.
  void waits(String channel, int more) {
    waiting.merge(channel, more, Integer::sum);
  }

  boolean waiting(String channel) {
    return waiting.getOrDefault(channel, 0) > 0;
  }

  Duration left(String channel, Instant now) {
    Instant end = until.get(channel);
    return end == null || !end.isAfter(now) ? Duration.ZERO : Duration.between(now, end);
  }
}
