package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Legible;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.TicketState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/// Opens a ticket: a person is wanted.
public final class Tickets {
  private final Numbers numbers;
  private final Offices offices;
  private final ZoneId zone;
  private final InstantSource clock;

  public Tickets(Numbers numbers, Offices offices, ZoneId zone, InstantSource clock) {
    this.numbers = numbers;
    this.offices = offices;
    this.zone = zone;
    this.clock = clock;
  }

  public Answer open(Handle handle, Talks.Talk talk, Effect.OpenTicket ticket) {
    return open(handle, talk, ticket, offices.answeredBy(clock.instant().atZone(zone)).toInstant());
  }

  /// One that has to be answered by `until`.
  public Answer open(Handle handle, Talks.Talk talk, Effect.OpenTicket ticket, Instant until) {
    Instant now = clock.instant();
    String number = numbers.next(handle, Numbers.Kind.TICKET, LocalDate.ofInstant(now, zone));
    handle
        .createUpdate(
            """
            insert into tickets (number, talk, topic, words, state, until, made, state_since)
            values (:number, :talk, :topic, :words, :state, :until, :now, :now)
            """)
        .bind("number", number)
        .bind("talk", talk.id())
        .bind("topic", Legible.of(ticket.topic()))
        .bind("words", talk.secrets().seal("words", ticket.lastWords()))
        .bind("state", TicketState.WAITING.name())
        .bind("until", until)
        .bind("now", now)
        .execute();
    return new Answer.TicketOpened(number, until);
  }
}
