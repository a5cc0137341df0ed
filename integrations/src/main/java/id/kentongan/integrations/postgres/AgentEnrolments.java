package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Records whom an agent enrolled, with the consent given to the agent in person. The record is the
/// villager's own: the agent's conversation is bound to none of it.
final class AgentEnrolments {
  static final String NOT_AGENT = "not-agent";
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
    boolean twice =
        handle
            .createQuery(
                """
                select exists (select 1 from enrolments e join persons p on p.id = e.person
                  where e.agent = :agent and p.nik_blind = :nik and e.state <> 'REFUSED')
                """)
            .bind("agent", agent.get())
            .bind("nik", keys.index().nik(nik))
            .mapTo(Boolean.class)
            .one();
    return twice ? Optional.of(TWICE) : Optional.empty();
  }

  Answer take(
      Handle handle,
      Talks.Talk talk,
      Effect.EnrollVillager asked,
      EnrollmentState state,
      Core.Decision.Taken taken) {
    EnrollmentForm form = asked.form();
    // why: revoked while the core was asked
    Optional<String> refused = refused(handle, talk.id(), form.person().nik());
    if (refused.isPresent()) {
      return new Answer.Refused(refused.get());
    }
    long agent = agent(handle, talk.id()).orElseThrow();
    Instant now = clock.instant();
    People.Person person = people.add(handle, Enrolments.facts(form), false);
    var row = new EnrolmentRows.Row(OptionalLong.empty(), person, form, state, now, false);
    String number = rows.number(handle, LocalDate.ofInstant(now, zone));
    Code receipt = rows.receipt(handle, number);
    rows.write(handle, row, number, receipt, taken);
    handle.execute("update enrolments set agent = ? where number = ?", agent, number);
    long consent = consent(handle, talk.id(), asked.textVersion(), agent, person.id());
    AgentAudit.enrolled(handle, now, new AgentAudit.Enrolled(agent, number, person.id(), consent));
    return new Answer.Enrolled(number, receipt, Long.toString(person.id()));
  }

  /// Held until the end of the transaction, so that an agent who is revoked has done with it.
  static Optional<Long> agent(Handle handle, long talk) {
    return handle
        .createQuery("select id from agents where talk = :talk and revoked is null for share")
        .bind("talk", talk)
        .mapTo(Long.class)
        .findOne();
  }

  private long consent(Handle handle, long talk, String version, long agent, long person) {
    return handle
        .createQuery(
            """
            insert into consents (talk, purpose, text_version, given, agent, person)
            values (:talk, :purpose, :version, :given, :agent, :person) returning id
            """)
        .bind("talk", talk)
        .bind("purpose", PURPOSE)
        .bind("version", version)
        .bind("given", clock.instant())
        .bind("agent", agent)
        .bind("person", person)
        .mapTo(Long.class)
        .one();
  }
}
