package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reminds the officers by a ticket before a promise is broken: once on the last day of a complete
/// claim, and once half a day before the notice of an accident has to be at the branch.
public final class Promises {
  static final String CLAIM = "claim.promise";
  static final String ACCIDENT = "accident.deadline";
  private static final Duration BEFORE = Duration.ofHours(12);
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

  private record Matter(String number, long talk, Instant since) {}

  /// Opens the tickets that are due now; how many.
  public Future<Integer> remind() {
    return database.transact(
        handle -> {
          Instant now = clock.instant();
          List<Matter> claims =
              due(handle, "claims", "state_since", "COMPLETE").stream()
                  .filter(claim -> lastDay(claim.since(), now))
                  .toList();
          List<Matter> accidents =
              due(handle, "accidents", "deadline", Accidents.REPORTED).stream()
                  .filter(accident -> !accident.since().minus(BEFORE).isAfter(now))
                  .toList();
          claims.forEach(claim -> open(handle, claim, CLAIM));
          accidents.forEach(accident -> open(handle, accident, ACCIDENT));
          return claims.size() + accidents.size();
        });
  }

  private boolean lastDay(Instant complete, Instant now) {
    ZonedDateTime by = offices.promisedBy(complete.atZone(zone));
    return !now.isBefore(by.toLocalDate().atStartOfDay(zone).toInstant());
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
    if (tickets.open(handle, talk, ask) instanceof Answer.TicketOpened opened) {
      handle.execute(
          "insert into escalations (matter, ticket, made) values (?, ?, ?)",
          matter.number(),
          opened.number(),
          clock.instant());
    }
  }
}
