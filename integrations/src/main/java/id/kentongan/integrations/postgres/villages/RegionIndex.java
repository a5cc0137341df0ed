package id.kentongan.integrations.postgres.villages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The keys of all regions by their runs of three letters, in memory: about 16 MB for the country's
/// 91,000 regions.
final class RegionIndex {
  private static final double ALIKE = 0.4;
  private static final int LIKELY = 200;

  private final String[] codes;
  private final String[] keys;
  private final byte[] sizes;

  /// The regions that have a run stand in `postings` from `starts[run]` to `starts[run + 1]`.
  private final int[] starts = new int[Runs.ALL + 1];

  private final int[] postings;

  /// `regions`: keys by codes.
  RegionIndex(SortedMap<String, String> regions) {
    codes = regions.keySet().toArray(new String[0]);
    keys = regions.values().toArray(new String[0]);
    sizes = new byte[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int[] runs = Runs.of(keys[i]);
      sizes[i] = (byte) runs.length;
      for (int run : runs) {
        starts[run + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    postings = new int[starts[Runs.ALL]];
    int[] next = starts.clone();
    for (int i = 0; i < keys.length; i++) {
      for (int run : Runs.of(keys[i])) {
        postings[next[run]++] = i;
      }
    }
  }

  /// A region that may be meant, and how well its name (from 0 to 1) and what it lies in (the same,
  /// 1 where nothing more was told) fit.
  record Near(String code, double likeness, double around) {
    static final Comparator<Near> BEST_FIRST =
        Comparator.comparingDouble(Near::fit)
            .reversed()
            .thenComparingInt(near -> near.code().length())
            .thenComparing(Near::code);

    double fit() {
      return likeness + around;
    }
  }

  /// The likeliest of the regions whose names are like `name`; `rest` is what they may lie in.
  /// `level` is the length of a code, 0 for any.
  List<Near> near(String name, String rest, int level) {
    int[] runs = Runs.of(name);
    short[] shared = new short[keys.length];
    for (int run : runs) {
      for (int i = starts[run]; i < starts[run + 1]; i++) {
        shared[postings[i]]++;
      }
    }
    int[] told = Runs.of(rest);
    return IntStream.range(0, keys.length)
        .filter(i -> Runs.alike(shared[i], runs.length, sizes[i]) >= ALIKE)
        .filter(i -> level == 0 || codes[i].length() == level)
        .mapToObj(i -> new Near(codes[i], Runs.alike(shared[i], runs.length, sizes[i]), 0))
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .limit(LIKELY)
        .map(near -> new Near(near.code(), near.likeness(), around(near.code(), told)))
        .toList();
  }

  /// The codes of what a region lies in, nearest first.
  static List<String> above(String code) {
    return Stream.iterate(parent(code), above -> !above.isEmpty(), RegionIndex::parent).toList();
  }

  private static String parent(String code) {
    return code.substring(0, Math.max(0, code.lastIndexOf('.')));
  }

  /// How well words fit one of the names above, or neighbours among them told together.
  private double around(String code, int[] told) {
    if (told.length == 0) {
      return 1;
    }
    List<String> above = above(code).stream().map(this::key).toList();
    return IntStream.range(0, above.size())
        .boxed()
        .flatMap(
            from ->
                IntStream.rangeClosed(from + 1, above.size())
                    .mapToObj(to -> String.join("", above.subList(from, to))))
        .mapToDouble(names -> Runs.alike(told, Runs.of(names)))
        .max()
        .orElse(0);
  }

  private String key(String code) {
    int at = Arrays.binarySearch(codes, code);
    return at < 0 ? "" : keys[at];
  }
}
