package id.kentongan.integrations.postgres.reminders;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.payments.Bill;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Members with a conversation that has not refused reminders, some at once, and their hours.
record RemindedMembers(Database database, Keyring keys, Rules rules) {
  private static final int AT_ONCE = 500;

  /// `hour`: of their day, from when on they may be reminded; `plan` what they pay for, if known;
  /// `sponsored` the last month that a village pays for them, if one does.
  record Member(
      long person,
      long talk,
      String village,
      YearMonth paidUntil,
      int hour,
      Bill.@Nullable Plan plan,
      @Nullable YearMonth sponsored) {
    /// Whether a village pays that month for them.
    boolean sponsored(YearMonth month) {
      return sponsored != null && !sponsored.isBefore(month);
    }
  }

  /// Whom to look for: a condition of SQL on the membership `m`, with its values.
  record Search(String condition, Map<String, ?> values) {}

  /// Does something for each who is found and whose hour it is, some in a transaction; for how many
  /// it was done.
  Future<Integer> each(Instant now, Search search, BiPredicate<Handle, Member> act) {
    return each(now, search, act, 0);
  }

  private Future<Integer> each(
      Instant now, Search search, BiPredicate<Handle, Member> act, long after) {
    return database
        .transact(handle -> some(handle, now, search, act, after))
        .compose(
            some ->
                some.last() == null
                    ? Future.succeededFuture(some.done())
                    : each(now, search, act, some.last()).map(n -> n + some.done()));
  }

  /// `last` of those looked at, null when there are no more.
  private record Some(@Nullable Long last, int done) {}

  private Some some(
      Handle handle, Instant now, Search search, BiPredicate<Handle, Member> act, long after) {
    List<Member> found = after(handle, after, search);
    long done =
        found.stream().filter(member -> awake(member, now) && act.test(handle, member)).count();
    return new Some(found.size() < AT_ONCE ? null : found.getLast().person(), (int) done);
  }

  /// why twice `:after`: either table may be the one that is gone through, and begins there.
  private List<Member> after(Handle handle, long person, Search search) {
    return handle
        .createQuery(
            """
            select p.id as person, p.village, p.sector, k.wrapped, t.talk, t.hour, m.paid_until,
              e.programmes, e.income,
              (select max(s.first_month + (s.months - 1) * interval '1 month')::date
                from sponsored_people s join sponsorships l on l.number = s.sponsorship
                where s.person = p.id and l.state in ('APPROVED', 'DONE')) as sponsored
            from memberships m join persons p on p.id = m.person
            join person_keys k on k.owner = 'person/' || p.id
            join lateral (
              select t.id as talk, w.hour from talks t
              left join reminder_wishes w on w.talk = t.id
              where t.id in (select talk from profiles where person = p.id)
                and coalesce(w.wanted, true) order by t.id desc limit 1) t
              on true
            left join lateral (
              select programmes, income from enrolments where person = p.id and state = 'ACTIVE'
              order by made desc limit 1) e on true
            where m.died is null and m.person > :after and p.id > :after and %s
            order by p.id limit :most
            """
                .formatted(search.condition()))
        .bind("after", person)
        .bind("most", AT_ONCE)
        .bindMap(search.values())
        .map((row, context) -> member(row))
        .list();
  }

  /// Whether it is their hour.
  private boolean awake(Member member, Instant now) {
    int hour = now.atZone(rules.zoneOf(member.village())).getHour();
    return hour >= member.hour() && hour < rules.reminders().until();
  }

  private Member member(ResultSet row) throws SQLException {
    int hour = row.getInt("hour");
    int chosen = row.wasNull() ? rules.reminders().usualHour() : hour;
    return new Member(
        row.getLong("person"),
        row.getLong("talk"),
        row.getString("village"),
        YearMonth.from(row.getObject("paid_until", LocalDate.class)),
        chosen,
        plan(row),
        sponsored(row));
  }

  private static @Nullable YearMonth sponsored(ResultSet row) throws SQLException {
    LocalDate last = row.getObject("sponsored", LocalDate.class);
    return last == null ? null : YearMonth.from(last);
  }

  private Bill.@Nullable Plan plan(ResultSet row) throws SQLException {
    byte[] income = row.getBytes("income");
    if (income == null) {
      return null;
    }
    String owner = "person/" + row.getLong("person");
    var secrets = new Secrets(owner, keys.unwrap(row.getBytes("wrapped")));
    String sector = row.getString("sector");
    return new Bill.Plan(
        sector == null ? Sector.OTHER : Sector.valueOf(sector),
        new Rupiah(Long.parseLong(secrets.open("income", income))),
        Programmes.read(row.getString("programmes")));
  }
}
