package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reminds members of their next contribution, each day of the rules once, from the hour that the
/// conversation wants on and until the evening of the rules. One word for all that is unpaid.
public final class Reminding {
  private static final int AT_ONCE = 500;

  /// why: who has just paid is not to be asked for money.
  private static final Duration QUIET = Duration.ofDays(5);

  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final Rules rules;
  private final Tariffs tariffs;
  private final InstantSource clock;

  public Reminding(
      Database database, MasterKey master, Rules rules, Tariffs tariffs, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
    this.rules = rules;
    this.tariffs = tariffs;
    this.clock = clock;
  }

  /// Writes the reminders that are due now, some members in a transaction; how many.
  public Future<Integer> remind() {
    return remind(clock.instant(), 0);
  }

  private Future<Integer> remind(Instant now, long after) {
    return database
        .transact(
            handle -> {
              List<Member> members = candidates(handle, now, after);
              long sent =
                  members.stream()
                      .filter(member -> awake(member, now))
                      .filter(member -> remind(handle, member, now))
                      .count();
              return new Page(members, (int) sent);
            })
        .compose(
            page ->
                page.members().size() < AT_ONCE
                    ? Future.succeededFuture(page.sent())
                    : remind(now, page.members().getLast().person()).map(n -> n + page.sent()));
  }

  private record Page(List<Member> members, int sent) {}

  /// A member with a conversation that has not refused reminders.
  private record Member(
      long person,
      long talk,
      String village,
      YearMonth paidUntil,
      int hour,
      @Nullable Rupiah next) {}

  private List<Member> candidates(Handle handle, Instant now, long after) {
    LocalDate today = LocalDate.ofInstant(now, rules.zone());
    int earliest = rules.reminders().days().stream().mapToInt(d -> d).max().orElse(0);
    int latest = rules.reminders().days().stream().mapToInt(d -> d).min().orElse(0);
    return handle
        .createQuery(
            """
            select p.id as person, p.village, p.sector, k.wrapped, t.talk, t.hour, m.paid_until,
              e.programmes, e.income
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
            where m.died is null and p.id > :after
              and m.paid_until + interval '1 month' - interval '1 day'
                between :from and :until
              and not exists (
                select 1 from payments y where y.person = p.id and y.state_since > :lately)
            order by p.id limit :most
            """)
        .bind("from", today.plusDays(latest - 7L))
        .bind("until", today.plusDays(earliest + 1L))
        .bind("after", after)
        .bind("lately", now.minus(QUIET))
        .bind("most", AT_ONCE)
        .map((row, context) -> member(row))
        .list();
  }

  private Member member(ResultSet row) throws SQLException {
    long person = row.getLong("person");
    YearMonth paidUntil = YearMonth.from(row.getObject("paid_until", LocalDate.class));
    int hour = row.getInt("hour");
    int chosen = row.wasNull() ? usual() : hour;
    byte[] income = row.getBytes("income");
    Rupiah next = null;
    if (income != null) {
      var secrets = new Secrets("person/" + person, keys.unwrap(row.getBytes("wrapped")));
      String sector = row.getString("sector");
      var plan =
          new Bill.Plan(
              sector == null ? Sector.OTHER : Sector.valueOf(sector),
              new Rupiah(Long.parseLong(secrets.open("income", income))),
              Programmes.read(row.getString("programmes")));
      next = plan.price(tariffs, paidUntil.plusMonths(1), 1);
    }
    return new Member(
        person, row.getLong("talk"), row.getString("village"), paidUntil, chosen, next);
  }

  private int usual() {
    return rules.reminders().hours().getOrDefault(rules.reminders().usual(), 8);
  }

  private boolean awake(Member member, Instant now) {
    int hour = now.atZone(rules.zoneOf(member.village())).getHour();
    return hour >= member.hour() && hour < rules.reminders().until();
  }

  private boolean remind(Handle handle, Member member, Instant now) {
    Optional<Integer> day = day(member, now.atZone(rules.zoneOf(member.village())));
    if (day.isEmpty() || !first(handle, member, day.get(), now)) {
      return false;
    }
    board.put(
        handle,
        member.talk(),
        new Notice.ContributionDue(member.paidUntil(), day.get(), member.next()));
    return true;
  }

  /// The day of the rules that has come: the last of those that are not before today. One that was
  /// missed, as nobody worked then, is made good until the next.
  private Optional<Integer> day(Member member, ZonedDateTime now) {
    long left = ChronoUnit.DAYS.between(now.toLocalDate(), member.paidUntil().atEndOfMonth());
    return rules.reminders().days().stream().filter(day -> left <= day).min(Integer::compare);
  }

  private static boolean first(Handle handle, Member member, int day, Instant now) {
    return handle.execute(
            "insert into reminders (person, paid_until, days, sent) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            member.person(),
            member.paidUntil().atDay(1),
            day,
            now)
        == 1;
  }
}
