package id.kentongan.bot.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What went wrong, counted by kind, with the first few told in words.
public final class Faults {
  private static final int TOLD = 5;
  private static final int LONGEST = 300;

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<String> examples = new ArrayList<>();

  /// What can be wrong with an answer.
  public enum Kind {
    /// Another text than the script expects.
    WRONG,
    /// None in time.
    MISSING,
    /// A message that nobody asked for.
    UNASKED,
    /// The webhook did not answer 200.
    REFUSED
  }

  synchronized void add(Kind kind, String what) {
    counts.merge(kind, 1, Integer::sum);
    if (examples.size() < TOLD) {
      String told = kind + " " + what.replace('\n', '|');
      examples.add(told.substring(0, Math.min(told.length(), LONGEST)));
    }
  }

  public synchronized int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  public synchronized boolean none() {
    return examples.isEmpty();
  }

  public synchronized List<String> examples() {
    return List.copyOf(examples);
  }
}
