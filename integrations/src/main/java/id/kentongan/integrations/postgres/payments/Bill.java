package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What somebody may pay: an enrolment's months, or any number of months of a membership.
/// `enrolment` and `reference` name what becomes active; `months` is 0 where the payer chooses;
/// `sponsored`: the village pays it.
public record Bill(Payee payee, Plan plan, YearMonth first, int months, boolean sponsored) {
  /// The most months that one payment may cover where the payer chooses.
  private static final int MOST = 24;

  /// Whose it is; `talk` is the conversation that enrolled them.
  record Payee(
      long person, @Nullable Long talk, @Nullable String enrolment, @Nullable String reference) {}

  /// What the contribution is counted from.
  public record Plan(Sector sector, Rupiah monthly, Set<Programme> programmes) {
    public Rupiah price(Tariffs tariffs, YearMonth from, int months) {
      return tariffs.price(sector, monthly, programmes, from, months).total();
    }
  }

  /// What an amount does.
  sealed interface Match {
    record Pays(YearMonth first, int months) implements Match {}

    /// `due`: what would have been right, as near as can be told.
    record Less(Rupiah due) implements Match {}

    record More(Rupiah due) implements Match {}
  }

  /// why both prices for a village: whether the discount holds for it is not known
  Match match(Tariffs tariffs, Rupiah amount) {
    if (!sponsored) {
      return priced(tariffs, amount);
    }
    Match reckoned = priced(tariffs.reckoned(Payer.VILLAGE), amount);
    boolean doubt = tariffs.granted(Payer.VILLAGE) == Tariffs.Granted.UNKNOWN;
    return doubt
            && !(reckoned instanceof Match.Pays)
            && priced(tariffs, amount) instanceof Match.Pays pays
        ? pays
        : reckoned;
  }

  private Match priced(Tariffs tariffs, Rupiah amount) {
    if (months > 0) {
      return compare(amount, price(tariffs, months), months);
    }
    Optional<Integer> paid =
        IntStream.rangeClosed(1, MOST)
            .filter(n -> tariffs.covers(first.plusMonths(n - 1L)))
            .boxed()
            .filter(n -> price(tariffs, n).equals(amount))
            .findFirst();
    return paid.<Match>map(n -> new Match.Pays(first, n))
        .orElseGet(() -> compare(amount, price(tariffs, 1), 1));
  }

  private Match compare(Rupiah amount, Rupiah due, int covered) {
    int order = amount.compareTo(due);
    if (order == 0) {
      return new Match.Pays(first, covered);
    }
    return order < 0 ? new Match.Less(due) : new Match.More(due);
  }

  private Rupiah price(Tariffs tariffs, int covered) {
    return plan.price(tariffs, first, covered);
  }
}
