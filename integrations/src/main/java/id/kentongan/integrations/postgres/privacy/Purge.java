package id.kentongan.integrations.postgres.privacy;

import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;

/// Removes what is needed only for a while: that an effect was carried out, after half a year, and
/// tries to prove who one is, after a day, to sign in, after an hour, and what became of a message,
/// after a week.
public final class Purge {
  /// why: longer than any effect is repeated, one replayed from the dead letters too.
  private static final Duration ACTS = Duration.ofDays(180);

  private static final Duration TRIES = Duration.ofDays(1);
  private static final Duration SIGN_INS = Duration.ofHours(1);

  /// why: no provider reports later than this what became of a message.
  private static final Duration SENT = Duration.ofDays(7);

  private static final int BATCH = 10_000;

  private final Database database;
  private final InstantSource clock;

  public Purge(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public Future<Integer> acts() {
    return batches(
        "delete from acts where effect in (select effect from acts where done < ? limit ?)",
        ACTS,
        0);
  }

  public Future<Integer> tries() {
    return batches(
        "delete from identity_attempts"
            + " where id in (select id from identity_attempts where at < ? limit ?)",
        TRIES,
        0);
  }

  /// Of officers.
  public Future<Integer> signIns() {
    return batches(
        "delete from sign_in_tries where (name, who) in"
            + " (select name, who from sign_in_tries where at < ? limit ?)",
        SIGN_INS,
        0);
  }

  public Future<Integer> codes() {
    return batches(
        "delete from identity_codes where talk in"
            + " (select talk from identity_codes where until < ? limit ?)",
        TRIES,
        0);
  }

  public Future<Integer> deliveries() {
    return batches(
        "delete from deliveries where provider_blind in"
            + " (select provider_blind from deliveries where at < ? limit ?)",
        SENT,
        0);
  }

  /// Messages kept for review, after `kept`, and the comparison of models that quotes them.
  public Future<Integer> review(Duration kept) {
    return batches(
            "delete from review where effect in (select effect from review where day < ?::date"
                + " limit ?)",
            kept,
            0)
        .compose(
            gone ->
                batches(
                    "delete from lessons where id in (select id from lessons where begun < ? limit"
                        + " ?)",
                    kept,
                    gone));
  }

  /// why: one statement over millions of rows would hold its locks for minutes.
  private Future<Integer> batches(String statement, Duration kept, int before) {
    return database
        .transact(handle -> handle.execute(statement, clock.instant().minus(kept), BATCH))
        .compose(
            removed ->
                removed < BATCH
                    ? Future.succeededFuture(before + removed)
                    : batches(statement, kept, before + removed));
  }
}
