package id.kentongan.integrations.postgres.reminders;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.reminders.RemindedMembers.Member;
import id.kentongan.integrations.postgres.reminders.RemindedMembers.Search;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reminds members of their next contribution, each day of the rules once, from the hour that the
/// conversation wants on and until the evening of the rules. One word for all that is unpaid, and
/// none to those whose next month a village pays or whose membership rests.
public final class Reminding {
  /// why: who has just paid is not to be asked for money.
  private static final Duration QUIET = Duration.ofDays(5);

  private final RemindedMembers members;
  private final NoticeBoard board;
  private final Rules rules;
  private final Tariffs tariffs;
  private final InstantSource clock;

  public Reminding(
      Database database, MasterKey master, Rules rules, Tariffs tariffs, InstantSource clock) {
    var keys = new Keyring(master);
    this.members = new RemindedMembers(database, keys, rules);
    this.board = new NoticeBoard(keys);
    this.rules = rules;
    this.tariffs = tariffs;
    this.clock = clock;
  }

  /// Writes the reminders that are due now, some members in a transaction; how many.
  public Future<Integer> remind() {
    Instant now = clock.instant();
    return members.each(now, candidates(now), (handle, member) -> remind(handle, member, now));
  }

  private Search candidates(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, rules.zone());
    int earliest = rules.reminders().days().stream().mapToInt(d -> d).max().orElse(0);
    int latest = rules.reminders().days().stream().mapToInt(d -> d).min().orElse(0);
    return new Search(
        """
        m.paid_until between :from and :until and not exists (
          select 1 from payments y where y.person = p.id and y.state_since > :lately)
        and not exists (
          select 1 from reminders r where r.person = p.id and r.paid_until = m.paid_until
            and r.days = (select min(day) from unnest(:days) day
              where day >= (m.paid_until + interval '1 month')::date - 1 - :today))
        """,
        Map.of(
            "from",
            YearMonth.from(today.plusDays(latest - 7L)).atDay(1),
            "until",
            lastEnded(today.plusDays(earliest + 1L)).atEndOfMonth(),
            "lately",
            now.minus(QUIET),
            "days",
            rules.reminders().days().toArray(Integer[]::new),
            "today",
            today));
  }

  /// The last month that has ended by the evening of a day.
  private static YearMonth lastEnded(LocalDate day) {
    return YearMonth.from(day.plusDays(1)).minusMonths(1);
  }

  /// The next month, or all that is unpaid until this one.
  private Notice.ContributionDue due(Member member, int day, ZonedDateTime now) {
    YearMonth first = member.paidUntil().plusMonths(1);
    YearMonth month = YearMonth.from(now);
    YearMonth last = month.isAfter(first) ? month : first;
    var plan = member.plan();
    int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
    Rupiah sum = plan == null ? null : plan.price(tariffs, first, months);
    return new Notice.ContributionDue(member.paidUntil(), day, sum, last);
  }

  private boolean remind(Handle handle, Member member, Instant now) {
    ZonedDateTime here = now.atZone(rules.zoneOf(member.village()));
    Optional<Integer> day = day(member, here);
    if (day.isEmpty()
        || Standings.lapsed(member.paidUntil(), here.toLocalDate())
        || member.sponsored(member.paidUntil().plusMonths(1))
        || !first(handle, member, day.get(), now)) {
      return false;
    }
    board.put(handle, member.talk(), due(member, day.get(), here));
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
