package id.kentongan.bot.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What was broken, and when, by this process's nanoseconds. Safe for any thread.
final class Timeline {
  private final List<Trouble> troubles = new ArrayList<>();

  /// One trouble; `to` is far away while it lasts.
  record Trouble(String kind, long from, long to) {
    boolean touches(long begin, long end) {
      return from <= end && begin <= to;
    }
  }

  /// Something begins now; its place for [#ended].
  synchronized int begun(String kind) {
    troubles.add(new Trouble(kind, System.nanoTime(), Long.MAX_VALUE));
    return troubles.size() - 1;
  }

  synchronized void ended(int place) {
    Trouble open = troubles.get(place);
    troubles.set(place, new Trouble(open.kind(), open.from(), System.nanoTime()));
  }

  /// Whether anything was broken at some time between the two.
  synchronized boolean touches(long begin, long end) {
    return troubles.stream().anyMatch(trouble -> trouble.touches(begin, end));
  }

  /// Whether something of these kinds lasted at some time between the two.
  synchronized boolean touches(Pattern kinds, long begin, long end) {
    return troubles.stream()
        .anyMatch(
            trouble -> kinds.matcher(trouble.kind()).matches() && trouble.touches(begin, end));
  }

  synchronized List<Trouble> all() {
    return List.copyOf(troubles);
  }

  /// How many of each kind there were.
  synchronized Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    troubles.forEach(trouble -> counts.merge(trouble.kind(), 1, Integer::sum));
    return counts;
  }

  @Override
  public synchronized String toString() {
    return troubles.size() + " faults";
  }
}
