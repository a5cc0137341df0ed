package id.kentongan.integrations.postgres.payments;

import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// Makes active what a payment has paid: the enrolment, and in the gateway's own registry the
/// membership with the months that are paid.
final class Activation {
  private final boolean own;

  /// `own`: memberships are ours to keep, not the core system's.
  Activation(boolean own) {
    this.own = own;
  }

  void activate(Handle handle, Bill bill, Bill.Match.Pays pays, LocalDate paid, Instant now) {
    if (bill.months() > 0) {
      handle.execute(
          "update enrolments set state = ?, state_since = ? where number = ?",
          EnrollmentState.ACTIVE.name(),
          now,
          bill.payee().enrolment());
    }
    if (own) {
      join(handle, bill, pays, paid);
    }
  }

  /// why since: contributions must follow each other, so after a gap the months count anew.
  private static void join(Handle handle, Bill bill, Bill.Match.Pays pays, LocalDate paid) {
    handle
        .createUpdate(
            """
            insert into memberships as m (reference, person, programmes, since, paid_until, sample)
            select :reference, :person, :programmes, :since, :last, sample
              from persons where id = :person
            on conflict (person) do update set
              programmes = excluded.programmes,
              since = case when m.paid_until >= :before then m.since else excluded.since end,
              paid_until = greatest(m.paid_until, excluded.paid_until)
            """)
        .bind("reference", bill.payee().reference())
        .bind("person", bill.payee().person())
        .bind("programmes", Programmes.write(bill.plan().programmes()))
        .bind("since", paid)
        .bind("last", pays.first().plusMonths(pays.months() - 1L).atDay(1))
        .bind("before", pays.first().minusMonths(1).atDay(1))
        .execute();
  }
}
