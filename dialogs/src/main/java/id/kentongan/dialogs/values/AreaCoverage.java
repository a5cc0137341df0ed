package id.kentongan.dialogs.values;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many of an area's workers are members in a month. `ranking`: the areas below it, or a
/// village's neighbours with itself, the best covered first; `sample`: the figures are invented.
public record AreaCoverage(
    Area area,
    YearMonth month,
    Totals totals,
    List<Part> parts,
    List<Year> years,
    List<Place> ranking,
    boolean sample) {
  public AreaCoverage {
    parts = List.copyOf(parts);
    years = List.copyOf(years);
    ranking = List.copyOf(ranking);
  }

  /// An area by code and name, with the names of what it lies in, nearest first.
  public record Area(String code, String name, List<String> above) {
    public Area {
      above = List.copyOf(above);
    }
  }

  /// `workers` is 0 where it is not known; `few` says that `covered` is more than none and too
  /// small to be told, and then it is 0; `target` is in people, for the month's year.
  public record Totals(long workers, long covered, boolean few, @Nullable Long target) {}

  /// A category of workers; `category` is absent for all that are too few to be told apart.
  public record Part(@Nullable WorkerCategory category, long workers, long covered) {}

  /// Members at the end of a year, or in the month for the year under way. Where one side is too
  /// small to be told, both are in `informal` and `together` is set.
  public record Year(int year, long formal, long informal, boolean together) {
    public long all() {
      return formal + informal;
    }
  }

  /// A neighbour or an area below; `few` as of [Totals].
  public record Place(String code, String name, long workers, long covered, boolean few) {
    /// The share covered; 0 where the workers are not known.
    public double share() {
      return workers == 0 ? 0 : (double) covered / workers;
    }

    /// The same without a count that may tell of a single person.
    public Place told(int least) {
      return small(covered, least) ? new Place(code, name, workers, 0, true) : this;
    }
  }

  /// The same with nothing in it that may tell of a single person: counts of members of at least
  /// one and under `least` are not shown, and no difference of two shown ones gives them away:
  /// small categories go together into one with the next larger.
  public AreaCoverage published(int least) {
    boolean few = small(totals.covered, least);
    return new AreaCoverage(
        area,
        month,
        few ? new Totals(totals.workers, 0, true, totals.target) : totals,
        few ? List.of() : parts(least),
        years.stream().map(y -> year(y, least)).filter(y -> !few || y.all() == 0).toList(),
        ranking.stream().map(p -> p.told(least)).toList(),
        sample);
  }

  private static boolean small(long count, int least) {
    return count > 0 && count < least;
  }

  private List<Part> parts(int least) {
    var rest = new ArrayList<>(parts);
    rest.sort(Comparator.comparingLong(Part::covered));
    long workers = 0;
    long covered = 0;
    boolean gathered = false;
    while (!rest.isEmpty() && (small(rest.getFirst().covered, least) || small(covered, least))) {
      Part part = rest.removeFirst();
      workers += part.workers;
      covered += part.covered;
      gathered = true;
    }
    var told = rest.stream().sorted(Comparator.comparing(p -> p.category, nullsLast()));
    return gathered
        ? Stream.concat(told, Stream.of(new Part(null, workers, covered))).toList()
        : told.toList();
  }

  private static Comparator<@Nullable WorkerCategory> nullsLast() {
    return Comparator.nullsLast(Comparator.naturalOrder());
  }

  private static Year year(Year y, int least) {
    boolean together = small(y.formal, least) || small(y.informal, least);
    long all = small(y.all(), least) ? 0 : y.all();
    return together ? new Year(y.year, 0, all, true) : y;
  }
}
