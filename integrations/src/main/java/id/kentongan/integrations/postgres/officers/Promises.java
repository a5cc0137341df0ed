package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reminds the officers by a ticket before a promise is broken: on the last working day before a
/// complete claim is to be decided, or before the notice of an accident has to be at the branch.
public final class Promises {
  static final String CLAIM = "claim.promise";
  static final String ACCIDENT = "accident.deadline";

  /// Of a row of `tickets`: what it reminds of is still to be done, and ends it.
  static final String REMINDS =
      "exists (select 1 from escalations e where e.ticket = tickets.number)";

  private static final int AT_ONCE = 200;

  private final Database database;
  private final Keyring keys;
  private final Tickets tickets;
  private final Offices offices;
  private final ZoneId zone;
  private final InstantSource clock;

  public Promises(
      Database database, MasterKey master, Offices offices, ZoneId zone, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.tickets = new Tickets(new Numbers(keys), offices, zone, clock);
    this.offices = offices;
    this.zone = zone;
    this.clock = clock;
  }

  private record Matter(String number, long talk, Instant at) {}

  /// Opens the tickets that are due now; how many.
  public Future<Integer> remind() {
    return database.transact(
        handle -> {
          List<Matter> claims =
              due(handle, "claims", "state_since", ClaimState.COMPLETE.name()).stream()
                  .map(claim -> new Matter(claim.number(), claim.talk(), promised(claim.at())))
                  .filter(this::lastDay)
                  .toList();
          List<Matter> accidents =
              due(handle, "accidents", "deadline", AccidentState.REPORTED.words()).stream()
                  .filter(this::lastDay)
                  .toList();
          claims.forEach(claim -> open(handle, claim, CLAIM));
          accidents.forEach(accident -> open(handle, accident, ACCIDENT));
          return claims.size() + accidents.size();
        });
  }

  /// A matter has moved: nobody is reminded of it any more, until it is due anew.
  static void kept(Handle handle, String matter, Instant now) {
    handle.execute(
        """
        with gone as (delete from escalations where matter = ? returning ticket)
        update tickets set state = 'DONE', state_since = ?
        where state = 'WAITING' and number in (select ticket from gone)
        """,
        matter,
        now);
  }

  private Instant promised(Instant complete) {
    return offices.promisedBy(complete.atZone(zone)).toInstant();
  }

  /// Whether the office opens no more after today before the matter is due.
  private boolean lastDay(Matter matter) {
    LocalDate last = offices.lastOpenBefore(matter.at().atZone(zone)).toLocalDate();
    return !clock.instant().isBefore(last.atStartOfDay(zone).toInstant());
  }

  private static List<Matter> due(Handle handle, String table, String since, String state) {
    return handle
        .createQuery(
            """
            select number, talk, <since> as since from <table> m
            where state = :state
              and not exists (select 1 from escalations e where e.matter = m.number)
            order by <since> limit :most
            """)
        .define("table", table)
        .define("since", since)
        .bind("state", state)
        .bind("most", AT_ONCE)
        .map(
            (row, context) ->
                new Matter(
                    row.getString("number"),
                    row.getLong("talk"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }

  private void open(Handle handle, Matter matter, String topic) {
    var talk = new Talks.Talk(matter.talk(), keys.talk(handle, matter.talk()));
    var ask = new Effect.OpenTicket(topic + '/' + matter.number(), matter.number());
    if (tickets.open(handle, talk, ask, matter.at()) instanceof Answer.TicketOpened opened) {
      handle.execute(
          "insert into escalations (matter, ticket, made) values (?, ?, ?)",
          matter.number(),
          opened.number(),
          clock.instant());
    }
  }
}
