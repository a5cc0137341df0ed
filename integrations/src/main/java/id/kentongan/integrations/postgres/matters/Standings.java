package id.kentongan.integrations.postgres.matters;

import id.kentongan.dialogs.talk.Answer.Standing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How a membership stands on a day. Arrears count for at most three months in a row, then the
/// protection rests; the full death benefit needs three months of membership and contributions.
///
/// Source: bpjsketenagakerjaan.go.id (arrears); Permenaker 1/2025 (three months).
public final class Standings {
  private static final int MONTHS_OF_ARREARS = 3;
  private static final int MONTHS_UNTIL_FULL = 3;

  private Standings() {}

  /// What is known of a membership: its first day, the last month paid, the day of death.
  public record Known(LocalDate since, @Nullable YearMonth paidUntil, @Nullable LocalDate died) {}

  public static Standing on(LocalDate day, Known member) {
    LocalDate died = member.died();
    if (died != null && day.isAfter(died)) {
      return Standing.DEAD;
    }
    YearMonth paidUntil = member.paidUntil();
    if (paidUntil == null || day.isBefore(member.since())) {
      return Standing.WAITING_FOR_PAYMENT;
    }
    if (lapsed(paidUntil, day)) {
      return Standing.LAPSED;
    }
    if (YearMonth.from(day).isAfter(paidUntil)) {
      return Standing.IN_ARREARS;
    }
    boolean early =
        day.isBefore(member.since().plusMonths(MONTHS_UNTIL_FULL))
            || monthsPaid(day, member) < MONTHS_UNTIL_FULL;
    return early ? Standing.UNDER_THREE_MONTHS : Standing.ACTIVE;
  }

  /// Whether more months are unpaid than count as arrears.
  public static boolean lapsed(YearMonth paidUntil, LocalDate day) {
    return ChronoUnit.MONTHS.between(paidUntil, YearMonth.from(day)) > MONTHS_OF_ARREARS;
  }

  /// The contribution months paid from the first on, up to the month of `day`.
  public static int monthsPaid(LocalDate day, Known member) {
    return monthsPaid(day, member.since(), member.paidUntil());
  }

  public static int monthsPaid(LocalDate day, LocalDate since, @Nullable YearMonth paidUntil) {
    if (paidUntil == null) {
      return 0;
    }
    YearMonth today = YearMonth.from(day);
    YearMonth last = paidUntil.isBefore(today) ? paidUntil : today;
    return (int) Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(since), last) + 1);
  }
}
