package id.kentongan.integrations.postgres;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;

/// Removes what has served its time, by type of record and for as long as the operator says. What
/// proves a membership, a payment or an act (persons, enrolments, claims, consents, audit) stays
/// until its person has it erased.
public final class Retention {
  private static final int BATCH = 5_000;

  private final Database database;
  private final Days days;
  private final InstantSource clock;

  /// For how many days each is kept: what was said, with an officer's notes and the web page of it;
  /// questions to officers after they are done; forms that nobody went on with; news that was
  /// brought.
  public record Days(int messages, int tickets, int drafts, int notices) {}

  public Retention(Database database, Days days, InstantSource clock) {
    this.database = database;
    this.days = days;
    this.clock = clock;
  }

  /// What was said and answered.
  public Future<Integer> messages() {
    return removed(
        "delete from journal where (effect, at) in"
            + " (select effect, at from journal where at < :until limit :most)",
        days.messages());
  }

  /// What officers wrote in conversations and about them.
  public Future<Integer> notes() {
    return removed(
        "delete from officer_lines where id in"
            + " (select id from officer_lines where at < :until limit :most)",
        days.messages());
  }

  /// The pages of web conversations of which nothing else is kept.
  public Future<Integer> pages() {
    return removed(
        """
        delete from web_lines where (talk, seq) in (
          select w.talk, w.seq from web_lines w join talks t on t.id = w.talk
          where t.made < :until and not exists (select from journal j where j.talk = w.talk)
          limit :most)
        """,
        days.messages());
  }

  /// Questions to officers that are done.
  public Future<Integer> tickets() {
    return removed(
        """
        with gone as (
          select number from tickets where state = 'DONE' and state_since < :until limit :most),
        told as (delete from escalations where ticket in (select number from gone))
        delete from tickets where number in (select number from gone)
        """,
        days.tickets());
  }

  /// Forms that were left half-filled, as they are found from another number.
  public Future<Integer> drafts() {
    return removed(
        "delete from drafts where talk in"
            + " (select talk from drafts where kept < :until limit :most)",
        days.drafts());
  }

  /// News that was brought to its conversation.
  public Future<Integer> notices() {
    return removed(
        "delete from notices where id in"
            + " (select id from notices where done < :until limit :most)",
        days.notices());
  }

  private Future<Integer> removed(String statement, int kept) {
    return removed(statement, Duration.ofDays(kept), 0);
  }

  /// why: one statement over millions of rows would hold its locks for minutes.
  private Future<Integer> removed(String statement, Duration kept, int before) {
    return database
        .transact(
            handle ->
                handle
                    .createUpdate(statement)
                    .bind("until", clock.instant().minus(kept))
                    .bind("most", BATCH)
                    .execute())
        .compose(
            gone ->
                gone < BATCH
                    ? Future.succeededFuture(before + gone)
                    : removed(statement, kept, before + gone));
  }
}
