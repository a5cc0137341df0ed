package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds regions by name with typing errors, alone or with what they lie in (`sungai rotan muara
/// enim`), by runs of three letters (pg_trgm).
final class RegionSearch {
  private static final int MOST_WORDS = 6;
  private static final int LONGEST_NAME = 4;

  /// So well a right name fits whose surroundings are told nearly right.
  private static final double WELL = 1.6;

  private RegionSearch() {}

  /// A region with the names of what it lies in, nearest first, and how well it fits, at most 2.
  record Hit(Region region, List<String> above, double fit) {}

  /// The likeliest, best first. Names written right are looked up before those
  /// that are only near. `level` is the length of a code, 0 for any.
  static List<Hit> find(Handle handle, List<String> words, int level, int most) {
    List<String> told = words.stream().limit(MOST_WORDS).toList();
    int longest = Math.min(LONGEST_NAME, told.size());
    String[] names = new String[longest];
    String[] rests = new String[longest];
    for (int n = 1; n <= longest; n++) {
      names[n - 1] = String.join("", told.subList(0, n));
      rests[n - 1] = String.join("", told.subList(n, told.size()));
    }
    List<Hit> right = find(handle, names, rests, level, most, "=");
    if (!right.isEmpty() && right.getFirst().fit() > WELL) {
      return right;
    }
    handle.execute("set local pg_trgm.similarity_threshold = 0.4");
    return find(handle, names, rests, level, most, "%");
  }

  private static List<Hit> find(
      Handle handle, String[] names, String[] rests, int level, int most, String like) {
    return handle
        .createQuery(
            """
            with near as (
              select r.code, r.name, told.rest, similarity(r.key, told.name) as likeness
              from unnest(:names, :rests) as told (name, rest) join regions r on r.key <like> told.name
              where :level = 0 or length(r.code) = :level
              order by likeness desc limit 200)
            select n.code, n.name, d.name as district, g.name as regency, p.name as province,
              likeness + case when n.rest = '' then 1 else greatest(0,
                similarity(n.rest, d.key), similarity(n.rest, g.key), similarity(n.rest, p.key),
                similarity(n.rest, d.key || g.key), similarity(n.rest, g.key || p.key),
                similarity(n.rest, d.key || g.key || p.key)) end as fit
            from near n
            left join regions d on length(n.code) > 8 and d.code = left(n.code, 8)
            left join regions g on length(n.code) > 5 and g.code = left(n.code, 5)
            left join regions p on length(n.code) > 2 and p.code = left(n.code, 2)
            order by fit desc, length(n.code), n.code limit :most
            """
                .replace("<like>", like))
        .bind("names", names)
        .bind("rests", rests)
        .bind("level", level)
        .bind("most", most)
        .map(
            (row, context) ->
                new Hit(
                    new Region(row.getString("code"), row.getString("name")),
                    above(
                        row.getString("district"),
                        row.getString("regency"),
                        row.getString("province")),
                    row.getDouble("fit")))
        .list()
        .stream()
        .sorted(Comparator.comparingDouble(Hit::fit).reversed())
        .toList();
  }

  private static List<String> above(@Nullable String... names) {
    return Stream.of(names).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
