package id.kentongan.integrations.postgres.privacy;

import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

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

  /// For how many days each is kept: what was said and sent, with an officer's notes and the web
  /// page of it;
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

  /// What was sent and is no claim's paper: photographs that a family took out again, lists of
  /// people. Beside the notice of an accident all stays that its conversation sent.
  public Future<Integer> files() {
    return removed(
        """
        delete from files where id in (
          select f.id from files f
          where f.name is not null and f.until is null and f.begun < :until
            and not exists (select from claim_papers p where p.file = f.id)
            and not exists (select from accidents a where a.talk = f.talk)
          limit :most)
        """,
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
  ///
  /// why some conversations after the others: most old ones are in use, and asking for lines that
  /// may go would look at all of them for each few.
  public Future<Integer> pages() {
    Instant until = clock.instant().minus(Duration.ofDays(days.messages()));
    return some(
        (handle, after) ->
            handle
                .createQuery(PAGES)
                .bind("until", until)
                .bind("after", after)
                .bind("most", TALKS)
                .map((row, context) -> new Some(row.getInt("gone"), row.getLong("last")))
                .one(),
        0,
        0);
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
    Instant until = clock.instant().minus(Duration.ofDays(kept));
    return some(
        (handle, after) -> {
          int gone =
              handle.createUpdate(statement).bind("until", until).bind("most", BATCH).execute();
          return new Some(gone, gone < BATCH ? 0 : 1);
        },
        0,
        0);
  }

  /// How many went, and after what to go on; 0 when nothing is left.
  private record Some(int gone, long last) {}

  /// One statement.
  private interface Removal {
    Some in(Handle handle, long after);
  }

  /// why: one statement over millions of rows would hold its locks for minutes.
  private Future<Integer> some(Removal removal, long after, int before) {
    return database
        .transact(handle -> removal.in(handle, after))
        .compose(
            done ->
                done.last() == 0
                    ? Future.succeededFuture(before + done.gone())
                    : some(removal, done.last(), before + done.gone()));
  }
}
