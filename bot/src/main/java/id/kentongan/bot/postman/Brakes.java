package id.kentongan.bot.postman;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Channels whose provider asked for a pause. Only that channel waits.
final class Brakes {
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  void pull(String channel, Instant now, Duration figure) {
    until.merge(channel, now.plus(figure), (a, b) -> a.isAfter(b) ? a : b);
  }

  Duration left(String channel, Instant now) {
    Instant end = until.get(channel);
    return end == null || !end.isAfter(now) ? Duration.ZERO : Duration.between(now, end);
  }
}
