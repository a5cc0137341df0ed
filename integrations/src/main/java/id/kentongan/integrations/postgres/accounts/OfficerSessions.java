package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is in the console, by the hash of what their browser holds. A session ends after its time,
/// after an hour without a sign of life, and at once when the account changes.
public final class OfficerSessions {
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;

  public OfficerSessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Who holds a session. `factor`: the second factor was given in it; `enrolled`: there is one;
  /// `renew`: a password of their own is wanted first.
  public record Holder(
      String name, String shown, Role role, boolean factor, boolean enrolled, boolean renew) {}

  /// A session of an officer, without what would let anybody in.
  public record Session(Instant made, Instant seen, boolean factor) {}

  /// Lets an officer in for a while; sessions that are over go.
  public Future<Void> enter(byte[] token, String officer, boolean factor, Duration length) {
    return database
        .transact(
            handle -> {
              Instant now = clock.instant();
              handle.execute("delete from officer_sessions where until < ?", now);
              if (factor) {
                AuditLines.add(handle, now, officer, "signed in", Keyring.ofOfficer(officer));
              }
              return handle.execute(
                  """
                  insert into officer_sessions (token, officer, until, factor, made, seen)
                  values (?, ?, ?, ?, ?, ?)
                  """,
                  token,
                  officer,
                  now.plus(length),
                  factor,
                  now,
                  now);
            })
        .mapEmpty();
  }

  /// Who holds this token now.
  public Future<Optional<Holder>> who(byte[] token) {
    Instant now = clock.instant();
    return database.transact(
        handle -> {
          handle.execute(
              "update officer_sessions set seen = ? where token = ? and seen between ? and ?",
              now,
              token,
              now.minus(IDLE),
              now.minus(SEEN_EVERY));
          return handle
              .createQuery(
                  """
                  select o.name, o.shown, o.role, s.factor, o.totp is not null enrolled, o.renew
                  from officer_sessions s join officers o on o.name = s.officer
                  where s.token = :token and s.until > :now and s.seen > :idle
                    and o.closed is null
                  """)
              .bind("token", token)
              .bind("now", now)
              .bind("idle", now.minus(IDLE))
              .map(
                  (row, context) ->
                      new Holder(
                          row.getString("name"),
                          row.getString("shown"),
                          Role.valueOf(row.getString("role")),
                          row.getBoolean("factor"),
                          row.getBoolean("enrolled"),
                          row.getBoolean("renew")))
              .findOne();
        });
  }

  public Future<List<Session>> of(String officer) {
    return database.transact(
        handle ->
            handle
                .createQuery("select * from officer_sessions where officer = :name order by made")
                .bind("name", officer)
                .map(
                    (row, context) ->
                        new Session(
                            row.getTimestamp("made").toInstant(),
                            row.getTimestamp("seen").toInstant(),
                            row.getBoolean("factor")))
                .list());
  }

  public Future<Void> leave(byte[] token) {
    return database
        .transact(handle -> handle.execute("delete from officer_sessions where token = ?", token))
        .mapEmpty();
  }

  /// Puts an officer out wherever they are in.
  public Future<Void> revoke(String by, String officer) {
    return database
        .transact(
            handle -> {
              AuditLines.add(
                  handle, clock.instant(), by, "sessions ended", Keyring.ofOfficer(officer));
              return handle.execute("delete from officer_sessions where officer = ?", officer);
            })
        .mapEmpty();
  }

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
