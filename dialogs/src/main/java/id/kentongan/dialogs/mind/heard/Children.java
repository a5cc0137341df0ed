package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.content.Rules.School.Level;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Children as a question counts them, without age or class: `anak sd 2 orang`, `2 anak, smp dan
/// sma`. `levels` how many at each level of school, `count` how many in all; 0 when not told.
public record Children(Map<String, Integer> levels, int count) {
  public static final Children NONE = new Children(Map.of(), 0);
  private static final int MOST = 9;

  public Children {
    levels = Map.copyOf(levels);
  }

  public static Children of(Scene scene, String text) {
    String spaced =
        text.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)(?=\\p{L})|(?<=\\p{L})(?=\\d)", " ");
    Set<String> mine = scene.heard("claim.relation-own");
    return new Reader(
            scene,
            Stream.of(spaced.strip().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !mine.contains(word))
                .toList())
        .read();
  }

  public boolean none() {
    return levels.isEmpty() && count == 0;
  }

  /// The same with so many more at a level.
  public Children and(String level, int n) {
    var more = new TreeMap<>(levels);
    more.merge(level, n, Integer::sum);
    return new Children(more, count + n);
  }

  /// What this says with what was told before for what it leaves open.
  public Children after(Children before) {
    if (levels.isEmpty()) {
      return before.levels.size() == 1 ? spread(before.levels.keySet().iterator().next()) : this;
    }
    boolean one = levels.size() == 1 && count == 1 && before.levels.size() == 1;
    return one
        ? new Children(Map.of(), before.count).spread(levels.keySet().iterator().next())
        : this;
  }

  private Children spread(String level) {
    return new Children(Map.of(level, count), count);
  }

  /// For the conversation's memory: `sd=2,smp=1;3`.
  public String stored() {
    return levels.entrySet().stream()
            .map(e -> e.getKey() + '=' + e.getValue())
            .sorted()
            .collect(Collectors.joining(","))
        + ';'
        + count;
  }

  public static Children stored(String text) {
    String[] parts = text.split(";", 2);
    var levels = new TreeMap<String, Integer>();
    for (String level : parts[0].split(",")) {
      String[] counted = level.split("=", 2);
      if (counted.length == 2) {
        levels.put(counted[0], Integer.valueOf(counted[1]));
      }
    }
    return new Children(levels, Integer.parseInt(parts[1]));
  }

  /// Reads words one by one.
  private record Reader(Scene scene, List<String> words) {
    Children read() {
      var levels = new TreeMap<String, Integer>();
      int all = 0;
      for (int i = 0; i < words.size(); i++) {
        Optional<String> level = level(i);
        if (level.isPresent()) {
          levels.merge(level.get(), Math.max(1, countAt(i)), Integer::max);
        } else if (people(i - 1) || (levelNear(i).isEmpty() && people(i + 1))) {
          all = Math.max(all, number(i));
        }
      }
      int named = levels.values().stream().mapToInt(n -> n).sum();
      Children told = new Children(levels, Math.max(all, named));
      return levels.size() == 1 && all > named ? told.spread(levels.firstKey()) : told;
    }

    /// How many a level at `at` is said to have: before it (`2 sd`, `2 anak sd`) or, with a word
    /// for people, behind it (`sd 2 orang`).
    private int countAt(int at) {
      int before = people(at - 1) ? number(at - 2) : people(at - 2) ? 0 : number(at - 1);
      return before > 0 ? before : people(at + 2) ? number(at + 1) : 0;
    }

    private Optional<String> levelNear(int at) {
      return level(at + 1).or(() -> people(at + 1) ? level(at + 2) : Optional.empty());
    }

    private boolean people(int at) {
      return says(at, "benefit.people-words");
    }

    /// A count at a place, 0 for none: no class and no age.
    private int number(int at) {
      if (at < 0
          || at >= words.size()
          || says(at - 1, "claim.school.grade")
          || says(at - 1, "claim.school.age")
          || says(at + 1, "claim.school.years")) {
        return 0;
      }
      String word = words.get(at);
      for (int n = 1; n <= MOST; n++) {
        String key = "benefit.number." + n;
        boolean named = scene.content().words().has(key) && scene.heard(key).contains(word);
        if (named || word.equals(Integer.toString(n))) {
          return n;
        }
      }
      return 0;
    }

    private Optional<String> level(int at) {
      return scene.content().rules().school().levels().stream()
          .map(Level::key)
          .filter(key -> says(at, "claim.school." + key))
          .findFirst();
    }

    private boolean says(int at, String key) {
      return at >= 0 && at < words.size() && Listed.any(scene, key, words.get(at));
    }
  }
}
