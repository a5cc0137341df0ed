package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds names with typing errors among many: an index of their runs of three letters. A look-up
/// among 50,000 names takes well under a millisecond.
final class PlaceNames {
  private final List<String> names;
  private final Set<String> exact;
  private final Map<String, int[]> postings = new HashMap<>();

  PlaceNames(Set<String> names) {
    var list = new ArrayList<String>();
    names.forEach(list::add);
    this.names = List.copyOf(list);
    this.exact = Set.copyOf(list);
    var building = new HashMap<String, IntList>();
    for (int i = 0; i < list.size(); i++) {
      for (String run : runs(list.get(i))) {
        building.computeIfAbsent(run, _ -> new IntList()).add(i);
      }
    }
    building.forEach((run, numbers) -> postings.put(run, numbers.toArray()));
  }

  /// Whether a name is one of these, perhaps with a typing error.
  boolean knows(String name) {
    return exact.contains(name) || !near(name).isEmpty();
  }

  /// Names that may be the one meant, nearest first; only those of the least distance found.
  List<String> near(String name) {
    int errors = Spelling.errors(name.length());
    if (errors == 0 || name.length() > 60) {
      return List.of();
    }
    List<String> runs = runs(name);
    byte[] shared = new byte[names.size()];
    for (String run : runs) {
      for (int number : postings.getOrDefault(run, new int[0])) {
        shared[number]++;
      }
    }
    // why: an error spoils at most three runs, an exchange of neighbours four
    int least = Math.max(1, runs.size() - 4 * errors);
    var found = new ArrayList<String>();
    int nearest = errors;
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] >= least) {
        int distance = Spelling.distance(name, names.get(i), nearest);
        if (distance < nearest) {
          found.clear();
        }
        if (distance <= nearest) {
          nearest = distance;
          found.add(names.get(i));
        }
      }
    }
    return found;
  }

  private static List<String> runs(String name) {
    String padded = "^" + name + "$";
    var runs = new ArrayList<String>(name.length());
    for (int i = 0; i + 3 <= padded.length(); i++) {
      String run = padded.substring(i, i + 3);
      if (!runs.contains(run)) {
        runs.add(run);
      }
    }
    return runs;
  }

  /// A growing list of numbers without boxes.
  private static final class IntList {
    private int[] numbers = new int[4];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
