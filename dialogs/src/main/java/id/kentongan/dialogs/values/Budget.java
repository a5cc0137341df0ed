package id.kentongan.dialogs.values;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody wants to pay for others: groups of workers, which programmes, from which month for
/// how many, with whose money, and how much of it there is when told.
public record Budget(
    List<Group> groups,
    Set<Programme> programmes,
    YearMonth first,
    int months,
    Payer payer,
    @Nullable Rupiah available) {
  public static final int MOST_MONTHS = 60;
  public static final int MOST_PEOPLE = 10_000_000;

  public Budget {
    groups = List.copyOf(groups);
    programmes = Set.copyOf(programmes);
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException("1 to " + MOST_MONTHS + " months");
    }
  }

  /// So many workers of a category whose income a month chooses the band.
  public record Group(WorkerCategory category, int people, Rupiah monthly) {}

  public long people() {
    return groups.stream().mapToLong(Group::people).sum();
  }
}
