package id.kentongan.integrations.postgres.reminders;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.ClientReminded.Outcome;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.members.AgentAudit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reminds somebody because their agent wants it: once a month, only who did not refuse reminders,
/// only in their hours; what comes too late in the day waits for the next one.
public final class AgentReminders {
  static final int MORNING = 8;
  static final int EVENING = 19;
  private static final String CHANNEL = "whatsapp";

  /// why: who was reminded by the gateway these days is not to be chased.
  private static final int QUIET_DAYS = 3;

  private final Keyring keys;
  private final Talks talks;
  private final ZoneId zone;
  private final NoticeBoard notices;

  public AgentReminders(Keyring keys, Talks talks, ZoneId zone) {
    this.keys = keys;
    this.talks = talks;
    this.zone = zone;
    this.notices = new NoticeBoard(keys);
  }

  /// Who is reminded of what.
  private record Client(
      long person,
      String name,
      String number,
      boolean waiting,
      long total,
      @Nullable YearMonth paidUntil,
      boolean reminded) {
    boolean due(LocalDate today) {
      return waiting
          || (paidUntil != null && !today.plusDays(7).isBefore(paidUntil.atEndOfMonth()));
    }
  }

  /// Where somebody is told, from which hour on, and whether they want it.
  private record Way(long talk, boolean wanted, int hour) {}

  public Answer remind(Handle handle, long agent, Effect.RemindClient asked, Instant now) {
    Optional<Client> found = client(handle, agent, asked.enrolment(), now);
    if (found.isEmpty()) {
      return new Answer.NotIdentified();
    }
    Client client = found.get();
    return new Answer.ClientReminded(
        client.name(), outcome(handle, agent, client, asked.byNumber(), now));
  }

  private Outcome outcome(Handle handle, long agent, Client client, boolean byNumber, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (!client.due(today)) {
      return Outcome.NOT_DUE;
    }
    Optional<Way> way = way(handle, client.person(), byNumber);
    if (way.isEmpty()) {
      return Outcome.UNREACHED;
    }
    if (!way.get().wanted()) {
      return Outcome.UNWANTED;
    }
    if (client.reminded() || !first(handle, agent, client, way.get(), now)) {
      return Outcome.ALREADY;
    }
    AgentAudit.reminded(handle, now, agent, client.number(), client.person());
    int hour = now.atZone(zone).getHour();
    if (hour < way.get().hour() || hour >= EVENING) {
      return Outcome.LATER;
    }
    LocalDate month = today.withDayOfMonth(1);
    send(
        handle, new Waiting(client.person(), month, agent, client.number(), way.get().talk()), now);
    return Outcome.SENT;
  }

  private boolean first(Handle handle, long agent, Client client, Way way, Instant now) {
    return handle
            .createUpdate(
                """
                insert into agent_reminders (person, month, agent, enrolment, talk, hour, asked)
                values (:person, :month, :agent, :number, :talk, :hour, :now)
                on conflict do nothing
                """)
            .bind("person", client.person())
            .bind("month", LocalDate.ofInstant(now, zone).withDayOfMonth(1))
            .bind("agent", agent)
            .bind("number", client.number())
            .bind("talk", way.talk())
            .bind("hour", way.hour())
            .bind("now", now)
            .execute()
        == 1;
  }

  private record Waiting(long person, LocalDate month, long agent, String number, long talk) {}

  /// Sends what waits for an hour that has come; the newest first, and what nobody could be sent
  /// within two days not at all. How many.
  int send(Handle handle, Instant now, int most) {
    int hour = now.atZone(zone).getHour();
    if (hour < MORNING || hour >= EVENING) {
      return 0;
    }
    List<Waiting> waiting =
        handle
            .createQuery(
                """
                select person, month, agent, enrolment, talk from agent_reminders
                where sent is null and hour <= :hour and asked > :since
                order by asked desc limit :most for update skip locked
                """)
            .bind("hour", hour)
            .bind("since", now.minusSeconds(48 * 3600L))
            .bind("most", most)
            .map(
                (row, context) ->
                    new Waiting(
                        row.getLong("person"),
                        row.getObject("month", LocalDate.class),
                        row.getLong("agent"),
                        row.getString("enrolment"),
                        row.getLong("talk")))
            .list();
    waiting.forEach(one -> send(handle, one, now));
    return waiting.size();
  }

  private void send(Handle handle, Waiting one, Instant now) {
    handle.execute(
        "update agent_reminders set sent = ? where person = ? and month = ?",
        now,
        one.person(),
        one.month());
    client(handle, one.agent(), one.number(), now)
        .ifPresent(
            client -> notices.put(handle, one.talk(), notice(handle, one.agent(), client, now)));
  }

  private Notice notice(Handle handle, long agent, Client client, Instant now) {
    YearMonth paidUntil = client.paidUntil();
    boolean lapsed =
        paidUntil != null && Standings.lapsed(paidUntil, LocalDate.ofInstant(now, zone));
    return handle
        .createQuery(
            """
            select a.name, o.name as organisation
            from agents a join organisations o on o.id = a.organisation where a.id = :agent
            """)
        .bind("agent", agent)
        .map(
            (row, context) ->
                new Notice.AgentReminds(
                    client.name(),
                    row.getString("name"),
                    row.getString("organisation"),
                    paidUntil,
                    client.waiting() ? new Rupiah(client.total()) : null,
                    lapsed))
        .one();
  }

  private Optional<Client> client(Handle handle, long agent, String number, Instant now) {
    return handle
        .createQuery(
            """
            select p.id, p.name, e.number, e.state, e.total, m.paid_until,
              exists (select 1 from reminders r where r.person = p.id and r.sent > :quiet)
                as reminded
            from enrolments e join persons p on p.id = e.person
            left join memberships m on m.person = p.id
            where e.number = :number and e.agent = :agent and e.state in ('WAITING', 'ACTIVE')
              and m.died is null
            """)
        .bind("number", number)
        .bind("agent", agent)
        .bind("quiet", now.minusSeconds(QUIET_DAYS * 86_400L))
        .map((row, context) -> client(row))
        .findOne();
  }

  private static Client client(ResultSet row) throws SQLException {
    LocalDate paid = row.getObject("paid_until", LocalDate.class);
    return new Client(
        row.getLong("id"),
        row.getString("name"),
        row.getString("number"),
        row.getString("state").equals(EnrollmentState.WAITING.name()),
        row.getLong("total"),
        paid == null ? null : YearMonth.from(paid),
        row.getBoolean("reminded"));
  }

  /// The person's own conversation, else the phone in their record where it can be reached.
  private Optional<Way> way(Handle handle, long person, boolean byNumber) {
    Optional<Long> own =
        handle
            .createQuery(
                "select talk from profiles where person = :person order by talk desc limit 1")
            .bind("person", person)
            .mapTo(Long.class)
            .findOne();
    return own.or(() -> byNumber ? phone(handle, person) : Optional.empty())
        .map(talk -> wish(handle, talk));
  }

  private Optional<Long> phone(Handle handle, long person) {
    return handle
        .createQuery("select phone from persons where id = :person and phone is not null")
        .bind("person", person)
        .mapTo(byte[].class)
        .findOne()
        .map(kept -> new Phone(keys.person(handle, person).open("phone", kept)))
        .map(phone -> new ConversationId(CHANNEL, phone.e164().substring(1)))
        .map(who -> talks.of(handle, who).id());
  }

  private static Way wish(Handle handle, long talk) {
    return handle
        .createQuery("select wanted, hour from reminder_wishes where talk = :talk")
        .bind("talk", talk)
        .map((row, context) -> new Way(talk, row.getBoolean("wanted"), row.getInt("hour")))
        .findOne()
        .orElseGet(() -> new Way(talk, true, MORNING));
  }
}
