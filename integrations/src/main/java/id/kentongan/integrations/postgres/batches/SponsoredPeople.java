package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.payments.Bill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// For whom villages pay, and which contribution months.
final class SponsoredPeople {
  private final Keyring keys;
  private final Supplier<Tariffs> tariffs;
  private final Batches.Time time;

  SponsoredPeople(Keyring keys, Supplier<Tariffs> tariffs, Batches.Time time) {
    this.keys = keys;
    this.tariffs = () -> tariffs.get().reckoned(Payer.VILLAGE);
    this.time = time;
  }

  /// The months of one person, from `first` on, and what they cost.
  record Month(long person, YearMonth first, int months, Rupiah total) {}

  /// How many people, and what they cost together.
  record Sum(int people, Rupiah total) {}

  void add(Handle handle, String sponsorship, List<Month> all) {
    if (all.isEmpty()) {
      return;
    }
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            insert into sponsored_people (sponsorship, person, first_month, months, total)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)) {
      all.forEach(
          one ->
              inserts.add(
                  sponsorship,
                  one.person(),
                  one.first().atDay(1),
                  one.months(),
                  one.total().amount()));
      inserts.execute();
    }
  }

  Sum sum(Handle handle, String sponsorship) {
    return handle
        .createQuery(
            """
            select count(*) as people, coalesce(sum(total), 0) as total from sponsored_people
            where sponsorship = :number
            """)
        .bind("number", sponsorship)
        .map((row, context) -> new Sum(row.getInt("people"), new Rupiah(row.getLong("total"))))
        .one();
  }

  Set<Programme> programmes(Handle handle, String sponsorship) {
    return handle
        .createQuery("select programmes from sponsorships where number = :number")
        .bind("number", sponsorship)
        .map((row, context) -> Programmes.read(row.getString("programmes")))
        .one();
  }

  /// The people of a list whose protection stands and for whom nobody asked already to go on, with
  /// the months that follow those that are paid.
  List<Month> renewable(Handle handle, String sponsorship, int months) {
    return handle
        .createQuery(
            """
            select p.id, p.sector, k.wrapped, m.paid_until, e.income, e.programmes
            from sponsored_people s
            join persons p on p.id = s.person
            join person_keys k on k.owner = 'person/' || p.id
            join memberships m on m.person = p.id and m.died is null and m.paid_until is not null
            join lateral (
              select income, programmes from enrolments where person = p.id and state = 'ACTIVE'
              order by made desc limit 1) e on true
            where s.sponsorship = :number and not exists (
              select 1 from sponsored_people more join sponsorships l on l.number = more.sponsorship
              where more.person = p.id and more.first_month > m.paid_until
                and l.state <> 'REFUSED')
            order by p.id
            """)
        .bind("number", sponsorship)
        .map((row, context) -> month(row, months))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Month> month(ResultSet row, int months) throws SQLException {
    YearMonth paid = YearMonth.from(row.getObject("paid_until", LocalDate.class));
    LocalDate today = LocalDate.ofInstant(time.clock().instant(), time.zone());
    YearMonth first = paid.plusMonths(1);
    if (Standings.lapsed(paid, today) || !tariffs.get().covers(first.plusMonths(months - 1L))) {
      return Optional.empty();
    }
    long person = row.getLong("id");
    var secrets = new Secrets("person/" + person, keys.unwrap(row.getBytes("wrapped")));
    String sector = row.getString("sector");
    var plan =
        new Bill.Plan(
            sector == null ? Sector.OTHER : Sector.valueOf(sector),
            new Rupiah(Long.parseLong(secrets.open("income", row.getBytes("income")))),
            Programmes.read(row.getString("programmes")));
    return Optional.of(new Month(person, first, months, plan.price(tariffs.get(), first, months)));
  }
}
