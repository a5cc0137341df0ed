package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.Absences;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The last day of somebody's absence as a form has it: `2026-11-27`, or nothing for who is back.
final class AwayDate {
  private AwayDate() {}

  /// False when the day or the officer is none.
  static Future<Boolean> set(Absences absences, Visit visit, String officer) {
    try {
      return absences.set(visit.name(), officer, day(visit.field("until")));
    } catch (DateTimeException e) {
      return Future.succeededFuture(false);
    }
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
