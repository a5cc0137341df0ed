package id.kentongan.integrations.postgres;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Removes what has served its time, by type of record and for as long as the operator says. What
/// proves a membership, a payment or an act (persons, enrolments, claims, consents, audit) stays
/// until its person has it erased.
public final class Retention {
  private static final int BATCH = 5_000;

  /// why: a conversation has up to some hundred lines.
  private static final int TALKS = 500;

  private static final String PAGES =
      """
      with looked as (
        select talk from web_talks where talk > :after order by talk limit :most),
      gone as (
        delete from web_lines l using looked s join talks t on t.id = s.talk
        where l.talk = s.talk and t.made < :until
          and not exists (select from journal j where j.talk = s.talk)
        returning 1)
      select coalesce((select max(talk) from looked), 0) as last, (select count(*) from gone) as gone
      """;

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
    return pages(clock.instant().minus(Duration.ofDays(days.messages())), 0, 0);
  }

  /// why some conversations after the others: most old ones are in use, and asking for lines that
  /// may go would look at all of them for each few.
  private Future<Integer> pages(Instant until, long after, int before) {
    return database
        .transact(
            handle ->
                handle
                    .createQuery(PAGES)
                    .bind("until", until)
                    .bind("after", after)
                    .bind("most", TALKS)
                    .map((row, context) -> new Pages(row.getLong("last"), row.getInt("gone")))
                    .one())
        .compose(
            some ->
                some.last() == 0
                    ? Future.succeededFuture(before)
                    : pages(until, some.last(), before + some.gone()));
  }

  /// How many lines went, and of those conversations that were looked at the last; 0 for none.
  private record Pages(long last, int gone) {}

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
