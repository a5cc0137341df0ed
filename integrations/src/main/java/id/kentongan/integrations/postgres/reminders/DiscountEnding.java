package id.kentongan.integrations.postgres.reminders;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Tariffs.Discount;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.payments.Bill;
import id.kentongan.integrations.postgres.reminders.RemindedMembers.Member;
import id.kentongan.integrations.postgres.reminders.RemindedMembers.Search;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells members once that the discount of their sector ends, the days of the rules before its last
/// month is over, with both prices of the tariffs. Who has been unpaid for months is not told, and
/// nobody for whom a village pays longer than that.
public final class DiscountEnding {
  private final RemindedMembers members;
  private final NoticeBoard board;
  private final Rules rules;
  private final Tariffs tariffs;
  private final InstantSource clock;

  public DiscountEnding(
      Database database, MasterKey master, Rules rules, Tariffs tariffs, InstantSource clock) {
    var keys = new Keyring(master);
    this.members = new RemindedMembers(database, keys, rules);
    this.board = new NoticeBoard(keys);
    this.rules = rules;
    this.tariffs = tariffs;
    this.clock = clock;
  }

  /// Tells those whose discount ends soon and whose hour it is; how many.
  public Future<Integer> tell() {
    Instant now = clock.instant();
    List<Discount> ending = ending(LocalDate.ofInstant(now, rules.zone()));
    return ending.isEmpty()
        ? Future.succeededFuture(0)
        : members.each(
            now, candidates(ending, now), (handle, member) -> tell(handle, ending, member, now));
  }

  private List<Discount> ending(LocalDate today) {
    return tariffs.discounts().stream()
        .filter(d -> !today.isAfter(d.until().atEndOfMonth()))
        .filter(d -> !today.isBefore(d.from().atDay(1)))
        .filter(
            d ->
                !today
                    .plusDays(rules.reminders().discountDays())
                    .isBefore(d.until().atEndOfMonth()))
        .filter(
            d -> rules.reminders().discountDays() > 0 && tariffs.covers(d.until().plusMonths(1)))
        .toList();
  }

  private Search candidates(List<Discount> ending, Instant now) {
    YearMonth month = YearMonth.from(now.atZone(rules.zone()));
    return new Search(
        """
        m.paid_until >= :since and e.income is not null
        and coalesce(p.sector, 'OTHER') = any(:sectors)
        and not exists (
          select 1 from discount_ends_told d where d.person = p.id and d.until >= :month)
        """,
        Map.of(
            "since",
            month.minusMonths(2).atDay(1),
            "sectors",
            ending.stream().map(Discount::sector).map(Sector::name).toArray(String[]::new),
            "month",
            month.atDay(1)));
  }

  private boolean tell(Handle handle, List<Discount> ending, Member member, Instant now) {
    Optional<Notice.DiscountEnds> notice =
        Optional.ofNullable(member.plan())
            .flatMap(plan -> notice(ending, plan, member.sponsored()));
    if (notice.isEmpty() || !first(handle, member, notice.get().until(), now)) {
      return false;
    }
    board.put(handle, member.talk(), notice.get());
    return true;
  }

  /// Nothing where the next month costs the same, as another discount follows.
  private Optional<Notice.DiscountEnds> notice(
      List<Discount> ending, Bill.Plan plan, @Nullable YearMonth sponsored) {
    return ending.stream()
        .filter(d -> d.sector() == plan.sector())
        .map(Discount::until)
        .filter(until -> sponsored == null || !sponsored.isAfter(until))
        .map(
            until -> {
              Rupiah now = plan.price(tariffs, until, 1);
              Rupiah then = plan.price(tariffs, until.plusMonths(1), 1);
              YearMonth paid = sponsored == null || sponsored.isBefore(until) ? null : sponsored;
              return new Notice.DiscountEnds(until, now, then, paid);
            })
        .filter(ends -> ends.then().compareTo(ends.now()) > 0)
        .findFirst();
  }

  private static boolean first(Handle handle, Member member, YearMonth until, Instant now) {
    return handle.execute(
            "insert into discount_ends_told (person, until, told) values (?, ?, ?)"
                + " on conflict do nothing",
            member.person(),
            until.atDay(1),
            now)
        == 1;
  }
}
