package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Finds regions by name with typing errors, alone or with what they lie in (`sungai rotan muara
/// enim`). The names are kept in memory from the first search on, and read anew after an import.
final class RegionSearch {
  private static final int MOST_WORDS = 6;
  private static final int LONGEST_NAME = 4;

  /// So well a right name fits whose surroundings are told nearly right.
  private static final double WELL = 1.6;

  private volatile Known known = new Known("", new RegionIndex(new TreeMap<>()));

  /// The names as they were after that import.
  private record Known(String imported, RegionIndex index) {}

  /// A region with the names of what it lies in, nearest first, and how well it fits, at most 2.
  record Hit(Region region, List<String> above, double fit) {}

  /// The likeliest, best first. Names written right go before those that are only near. `level` is
  /// the length of a code, 0 for any.
  List<Hit> find(Handle handle, List<String> words, int level, int most) {
    List<RegionIndex.Near> near = near(index(handle), words, level);
    List<RegionIndex.Near> right = near.stream().filter(n -> n.likeness() == 1).toList();
    boolean sure = !right.isEmpty() && right.getFirst().fit() > WELL;
    return named(handle, (sure ? right : near).stream().limit(most).toList());
  }

  private static List<RegionIndex.Near> near(RegionIndex index, List<String> words, int level) {
    List<String> told = words.stream().limit(MOST_WORDS).toList();
    return IntStream.rangeClosed(1, Math.min(LONGEST_NAME, told.size()))
        .boxed()
        .flatMap(
            n ->
                index
                    .near(joined(told.subList(0, n)), joined(told.subList(n, told.size())), level)
                    .stream())
        .sorted(RegionIndex.Near.BEST_FIRST)
        .toList();
  }

  private static String joined(List<String> words) {
    return String.join("", words);
  }

  private RegionIndex index(Handle handle) {
    String imported =
        handle
            .createQuery("select coalesce(max(value), 'none') from meta where name = 'regions'")
            .mapTo(String.class)
            .one();
    Known now = known;
    if (!now.imported().equals(imported)) {
      now = new Known(imported, read(handle));
      known = now;
    }
    return now.index();
  }

  private static RegionIndex read(Handle handle) {
    var keys = new TreeMap<String, String>();
    handle
        .createQuery("select code, key from regions")
        .map((row, context) -> Map.entry(row.getString("code"), row.getString("key")))
        .forEach(region -> keys.put(region.getKey(), region.getValue()));
    return new RegionIndex(keys);
  }

  private static List<Hit> named(Handle handle, List<RegionIndex.Near> near) {
    Map<String, String> names = new HashMap<>();
    handle
        .createQuery("select code, name from regions where code = any(:codes)")
        .bind(
            "codes",
            near.stream()
                .flatMap(
                    n -> Stream.concat(Stream.of(n.code()), RegionIndex.above(n.code()).stream()))
                .distinct()
                .toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("code"), row.getString("name")))
        .forEach(region -> names.put(region.getKey(), region.getValue()));
    return near.stream()
        .filter(n -> names.containsKey(n.code()))
        .map(
            n ->
                new Hit(
                    new Region(n.code(), Objects.requireNonNull(names.get(n.code()))),
                    RegionIndex.above(n.code()).stream()
                        .flatMap(above -> Stream.ofNullable(names.get(above)))
                        .toList(),
                    n.fit()))
        .toList();
  }
}
