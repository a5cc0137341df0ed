package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.values.Rupiah;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What villages have set aside for their workers' contributions, and what is left of it.
public final class VillageMoney {
  private VillageMoney() {}

  /// A village's budget of a year: what was set aside, and what approved lists take of it.
  public record Account(Rupiah budget, Rupiah spent) {
    /// Never less than nothing, though a budget may be lowered under what is spent.
    Rupiah left() {
      return new Rupiah(Math.max(0, budget.amount() - spent.amount()));
    }
  }

  /// Nothing where no officer has noted a budget.
  public static Optional<Account> of(Handle handle, String village, int year) {
    return handle
        .createQuery(
            """
            select b.amount, (
              select coalesce(sum(s.total), 0) from sponsorships s
              where s.village = b.village and s.state in ('APPROVED', 'DONE')
                and extract(year from s.made) = b.year) as spent
            from village_budgets b where b.village = :village and b.year = :year
            order by b.at desc limit 1
            """)
        .bind("village", village)
        .bind("year", year)
        .map(
            (row, context) ->
                new Account(new Rupiah(row.getLong("amount")), new Rupiah(row.getLong("spent"))))
        .findOne();
  }

  /// Others who would spend of this village's budget wait for the end of this transaction.
  public static void hold(Handle handle, String village) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
        .bind("lock", "budget/" + village)
        .mapTo(String.class)
        .one();
  }

  static void set(Handle handle, String village, int year, Rupiah amount, String by, Instant now) {
    handle.execute(
        "insert into village_budgets (village, year, at, amount, officer) values (?, ?, ?, ?, ?)",
        village,
        year,
        now,
        amount.amount(),
        by);
  }
}
