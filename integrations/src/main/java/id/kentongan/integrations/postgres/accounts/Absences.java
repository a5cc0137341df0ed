package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Officers who are away: nobody waits for them by name, and whoever they were helping may be taken
/// over by a colleague.
public final class Absences {
  /// Of an officer who speaks with people: the account is open, and of a role that does.
  public static final String SPEAKS = "(closed is null and role in ('OFFICER', 'SUPERVISOR'))";

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  public Absences(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /// Away from now through `last`, or back where it is null. Those who waited for this officer by
  /// name wait for anybody. False for an officer who is not known, and for a day that is past or
  /// more than a year ahead.
  public Future<Boolean> set(String by, String officer, @Nullable LocalDate last) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (last != null && (last.isBefore(today) || last.isAfter(today.plusYears(1)))) {
      return Future.succeededFuture(false);
    }
    Instant until = last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    return database.transact(
        handle -> {
          int known =
              handle.execute(
                  "update officers set away_until = ? where name = ? and closed is null",
                  until,
                  officer);
          if (known == 1) {
            if (until != null) {
              handle.execute(
                  "update tickets set assigned = null where assigned = ? and state = 'WAITING'",
                  officer);
            }
            String act = last == null ? "back" : "away until " + last;
            AuditLines.add(handle, now, by, act, Keyring.ofOfficer(officer));
          }
          return known == 1;
        });
  }

  /// Until when an officer is away, if they are.
  public Future<Optional<Instant>> of(String officer) {
    return database.transact(handle -> of(handle, officer, clock.instant()));
  }

  /// Whether an officer is not to be waited for: away, or one who speaks with people no more.
  public static boolean gone(Handle handle, String officer, Instant now) {
    return handle
        .createQuery(
            "select exists (select 1 from officers where name = :name"
                + " and (away_until > :now or not <speaks>))")
        .define("speaks", SPEAKS)
        .bind("name", officer)
        .bind("now", now)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Instant> of(Handle handle, String officer, Instant now) {
    return handle
        .createQuery("select away_until from officers where name = :name and away_until > :now")
        .bind("name", officer)
        .bind("now", now)
        .mapTo(Instant.class)
        .findOne();
  }
}
