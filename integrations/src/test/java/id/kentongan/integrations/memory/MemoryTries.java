package id.kentongan.integrations.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// At most three tries an hour for each key.
final class MemoryTries {
  private final Map<String, Deque<Instant>> tries = new HashMap<>();

  /// Until when one of the keys has no tries left.
  Optional<Instant> blocked(List<String> keys, Instant now) {
    return keys.stream()
        .map(key -> tries.getOrDefault(key, new ArrayDeque<>()))
        .peek(times -> times.removeIf(at -> !at.plus(Duration.ofHours(1)).isAfter(now)))
        .filter(times -> times.size() >= 3)
        .map(times -> List.copyOf(times).get(times.size() - 3).plus(Duration.ofHours(1)))
        .max(Instant::compareTo);
  }

  void note(Collection<String> keys, Instant now) {
    keys.forEach(key -> tries.computeIfAbsent(key, k -> new ArrayDeque<>()).add(now));
  }
}
