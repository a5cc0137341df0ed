package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Records whom an agent enrolled, with their consent and how it was given. The record is the
/// villager's own: the agent's conversation is bound to none of it.
public final class AgentEnrolments {
  public static final String NOT_AGENT = "not-agent";
  static final String TWICE = "enrolled-by-you";
  private static final String PURPOSE = "enroll.other";

  private final Keyring keys;
  private final InstantSource clock;
  private final ZoneId zone;
  private final People people;
  private final EnrolmentRows rows;

  AgentEnrolments(Keyring keys, InstantSource clock, ZoneId zone) {
    this.keys = keys;
    this.clock = clock;
    this.zone = zone;
    this.people = new People(keys);
    this.rows = new EnrolmentRows(keys, new Numbers(keys));
  }

  /// Why this conversation may not enrol them now: it is no agent's, or the agent did so already.
  Optional<String> refused(Handle handle, long talk, Nik nik) {
    Optional<Long> agent = agent(handle, talk);
    if (agent.isEmpty()) {
      return Optional.of(NOT_AGENT);
    }
    return twice(handle, agent.get(), nik) ? Optional.of(TWICE) : Optional.empty();
  }

  private boolean twice(Handle handle, long agent, Nik nik) {
    return handle
        .createQuery(
            """
            select exists (select 1 from enrolments e join persons p on p.id = e.person
              where e.agent = :agent and p.nik_blind = :nik and e.state <> 'REFUSED')
            """)
        .bind("agent", agent)
        .bind("nik", keys.index().nik(nik))
        .mapTo(Boolean.class)
        .one();
  }

  /// Held until the end of the transaction, so that an agent who is revoked has done with it.
  private static boolean stands(Handle handle, long agent) {
    return handle
        .createQuery("select id from agents where id = :agent and revoked is null for share")
        .bind("agent", agent)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /// Which agent enrols, and in which conversation the consent was given, how.
  record By(long agent, long talk, ConsentWay way) {}

  /// With the consent given in person to the agent of a conversation.
  Answer take(
      Handle handle,
      Talks.Talk talk,
      Effect.EnrollVillager asked,
      EnrollmentState state,
      Core.Decision.Taken taken) {
    Optional<Long> agent = agent(handle, talk.id());
    return agent.isEmpty()
        ? new Answer.Refused(NOT_AGENT)
        : take(handle, new By(agent.get(), talk.id(), ConsentWay.IN_PERSON), asked, state, taken);
  }

  Answer take(
      Handle handle,
      By by,
      Effect.EnrollVillager asked,
      EnrollmentState state,
      Core.Decision.Taken taken) {
    EnrollmentForm form = asked.form();
    // why: revoked while the core was asked
    if (!stands(handle, by.agent())) {
      return new Answer.Refused(NOT_AGENT);
    }
    if (twice(handle, by.agent(), form.person().nik())) {
      return new Answer.Refused(TWICE);
    }
    Instant now = clock.instant();
    People.Person person = people.add(handle, Enrolments.facts(form), false);
    var enroller = new EnrolmentRows.By.Agent(by.agent());
    var row = new EnrolmentRows.Row(enroller, person, form, state, now, false);
    var followed = rows.add(handle, row, taken, LocalDate.ofInstant(now, zone));
    long consent = consent(handle, by, asked.textVersion(), person.id());
    var act = new AgentAudit.Enrolled(by.agent(), followed.number(), person.id(), consent);
    AgentAudit.enrolled(handle, now, List.of(act));
    return new Answer.Enrolled(followed.number(), followed.receipt(), Long.toString(person.id()));
  }

  /// Held until the end of the transaction, so that an agent who is revoked has done with it.
  public static Optional<Long> agent(Handle handle, long talk) {
    return handle
        .createQuery("select id from agents where talk = :talk and revoked is null for share")
        .bind("talk", talk)
        .mapTo(Long.class)
        .findOne();
  }

  private long consent(Handle handle, By by, String version, long person) {
    return handle
        .createQuery(
            """
            insert into consents (talk, purpose, text_version, given, agent, person, way)
            values (:talk, :purpose, :version, :given, :agent, :person, :way) returning id
            """)
        .bind("talk", by.talk())
        .bind("purpose", PURPOSE)
        .bind("version", version)
        .bind("given", clock.instant())
        .bind("agent", by.agent())
        .bind("person", person)
        .bind("way", by.way().name())
        .mapTo(Long.class)
        .one();
  }
}
