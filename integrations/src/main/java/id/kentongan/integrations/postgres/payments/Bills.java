package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.Payment.Reason;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.matters.Standings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds what a payer may pay: enrolments that wait first, then their membership. Whoever else
/// would settle a payment of the same persons waits for this transaction's end, so that two
/// payments that come together do not pay the same months.
final class Bills {
  private static final String OF =
      """
      select p.id as person, p.sector, k.wrapped, e.number, e.state, e.talk, e.core_reference,
        e.programmes, e.income, e.first_month, e.months, m.reference, m.paid_until,
        (select max(s.first_month + s.months * interval '1 month')::date from sponsored_people s
          join sponsorships l on l.number = s.sponsorship and l.state in ('APPROVED', 'DONE')
          where s.person = p.id) as sponsored_until
      from persons p join person_keys k on k.owner = 'person/' || p.id
      left join memberships m on m.person = p.id
      left join enrolments e on e.person = p.id
      where <which> order by e.made desc nulls last, p.id
      """;

  private static final String HELD =
      """
      select p.id from persons p left join enrolments e on e.person = p.id
      where <which> order by p.id for no key update of p
      """;

  private final Keyring keys;

  Bills(Keyring keys) {
    this.keys = keys;
  }

  /// What was found: bills in the order in which they are tried, or why there are none; `person` is
  /// whose number it is, where it is somebody's.
  record Found(List<Bill> bills, Reason none, @Nullable Long person) {}

  Found of(Handle handle, Payer payer, LocalDate paid) {
    List<Line> lines =
        switch (payer) {
          case Payer.ByNik(var nik) -> lines(handle, "p.nik_blind = :it", keys.index().nik(nik));
          case Payer.ByEnrolment(var number) -> lines(handle, "e.number = :it", number);
        };
    return found(lines, paid);
  }

  /// The same for a person whom an officer named; what rests is paid from the payment's month on.
  Found ofPerson(Handle handle, long person, LocalDate paid) {
    List<Line> lines = lines(handle, "p.id = :it", person);
    Found found = found(lines, paid);
    return found.none() != Reason.LAPSED || !found.bills().isEmpty()
        ? found
        : new Found(
            lines.stream().flatMap(line -> line.again(paid).stream()).toList(),
            found.none(),
            found.person());
  }

  private static Found found(List<Line> lines, LocalDate paid) {
    var bills = new ArrayList<Bill>();
    lines.stream().flatMap(line -> line.waiting(paid).stream()).forEach(bills::add);
    lines.stream().flatMap(line -> line.renewal(paid).stream()).forEach(bills::add);
    Long person = lines.isEmpty() ? null : (Long) lines.getFirst().payee().person();
    return new Found(List.copyOf(bills), none(lines, paid), person);
  }

  private static Reason none(List<Line> lines, LocalDate paid) {
    if (lines.isEmpty()) {
      return Reason.UNKNOWN;
    }
    if (lines.stream().anyMatch(line -> line.lapsed(paid))) {
      return Reason.LAPSED;
    }
    boolean member = lines.stream().anyMatch(line -> line.paidUntil() != null);
    return member ? Reason.UNPRICED : Reason.NOT_OPEN;
  }

  /// why a statement of its own: what is joined to a row that was waited for is as it was before.
  private static void hold(Handle handle, String where, Object value) {
    handle.createQuery(HELD).define("which", where).bind("it", value).mapTo(Long.class).list();
  }

  private List<Line> lines(Handle handle, String where, Object value) {
    hold(handle, where, value);
    return handle
        .createQuery(OF)
        .define("which", where)
        .bind("it", value)
        .map((row, context) -> line(row))
        .list();
  }

  /// A person with one of their enrolments, if any, and their membership, if any.
  private record Line(
      Bill.Payee payee,
      Bill.@Nullable Plan plan,
      boolean waiting,
      @Nullable YearMonth first,
      int months,
      @Nullable YearMonth paidUntil,
      @Nullable YearMonth sponsoredUntil) {
    Optional<Bill> waiting(LocalDate paid) {
      if (!waiting) {
        return Optional.empty();
      }
      // why: contributions count from the month in which the first is paid.
      YearMonth now = YearMonth.from(paid);
      YearMonth planned = Objects.requireNonNull(first);
      YearMonth from = planned.isBefore(now) ? now : planned;
      return Optional.of(
          new Bill(payee, Objects.requireNonNull(plan), from, months, sponsored(planned)));
    }

    Optional<Bill> renewal(LocalDate paid) {
      return paidUntil == null || plan == null || waiting || lapsed(paid)
          ? Optional.empty()
          : Optional.of(
              new Bill(
                  payee, plan, paidUntil.plusMonths(1), 0, sponsored(paidUntil.plusMonths(1))));
    }

    /// A membership that rests, as an officer lets it come back.
    Optional<Bill> again(LocalDate paid) {
      return plan == null
          ? Optional.empty()
          : Optional.of(new Bill(payee, plan, YearMonth.from(paid), 0, false));
    }

    private boolean sponsored(YearMonth month) {
      return sponsoredUntil != null && month.isBefore(sponsoredUntil);
    }

    boolean lapsed(LocalDate paid) {
      return paidUntil != null && Standings.lapsed(paidUntil, paid);
    }
  }

  private Line line(ResultSet row) throws SQLException {
    long person = row.getLong("person");
    var secrets = new Secrets("person/" + person, keys.unwrap(row.getBytes("wrapped")));
    long talk = row.getLong("talk");
    Long conversation = row.wasNull() ? null : talk;
    byte[] income = row.getBytes("income");
    String sector = row.getString("sector");
    Bill.Plan plan =
        income == null
            ? null
            : new Bill.Plan(
                sector == null ? Sector.OTHER : Sector.valueOf(sector),
                new Rupiah(Long.parseLong(secrets.open("income", income))),
                Programmes.read(row.getString("programmes")));
    String state = row.getString("state");
    String reference = row.getString("reference");
    return new Line(
        new Bill.Payee(
            person,
            conversation,
            row.getString("number"),
            reference == null ? row.getString("core_reference") : reference),
        plan,
        EnrollmentState.WAITING.name().equals(state),
        month(row, "first_month"),
        row.getInt("months"),
        month(row, "paid_until"),
        month(row, "sponsored_until"));
  }

  private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
    LocalDate first = row.getObject(column, LocalDate.class);
    return first == null ? null : YearMonth.from(first);
  }
}
