package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/// Takes enrolments: asks the core, records person and enrolment, binds the conversation.
///
/// Whoever enrols under the number of a member whom they have not proved to be gets a record of
/// their own, which shows nothing of that member; an officer looks at it first.
final class Enrolments {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Acts acts;
  private final Core core;
  private final InstantSource clock;
  private final ZoneId zone;
  private final People people;
  private final EnrolmentRows rows;
  private final AgentEnrolments byAgents;

  Enrolments(
      Database database, Keyring keys, Talks talks, Core core, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.acts = new Acts(database, keys, talks);
    this.core = core;
    this.clock = clock;
    this.zone = zone;
    this.people = new People(keys);
    this.rows = new EnrolmentRows(keys, new Numbers(keys));
    this.byAgents = new AgentEnrolments(keys, clock, zone);
  }

  Future<Answer> submit(ConversationId who, EffectId id, EnrollmentForm form) {
    Nik nik = form.person().nik();
    return core.member(nik, LocalDate.ofInstant(clock.instant(), zone))
        .map(member -> member.filter(Enrolments::covered))
        .compose(
            member ->
                member
                    .map(m -> database.transact(handle -> proved(handle, who, nik, m)))
                    .orElseGet(() -> Future.succeededFuture(false))
                    .compose(proved -> submit(who, id, form, member.isPresent(), proved)));
  }

  /// The same for somebody else, by the agent whose conversation it is. Whether the NIK is a
  /// member's already is not for the agent to learn.
  Future<Answer> submit(ConversationId who, EffectId id, Effect.EnrollVillager asked) {
    EnrollmentForm form = asked.form();
    Nik nik = form.person().nik();
    return database
        .transact(handle -> byAgents.refused(handle, talks.of(handle, who).id(), nik))
        .compose(
            refused ->
                refused.isPresent()
                    ? refuse(who, id, refused.get())
                    : core.member(nik, LocalDate.ofInstant(clock.instant(), zone))
                        .map(member -> member.filter(Enrolments::covered).isPresent())
                        .compose(
                            member ->
                                decided(
                                    who,
                                    id,
                                    form,
                                    (handle, talk, taken) ->
                                        byAgents.take(handle, talk, asked, state(member), taken))));
  }

  private Future<Answer> submit(
      ConversationId who, EffectId id, EnrollmentForm form, boolean member, boolean proved) {
    if (proved) {
      return refuse(who, id, "already-member");
    }
    return decided(
        who, id, form, (handle, talk, taken) -> take(handle, talk, form, state(member), taken));
  }

  /// What is written down when the core has taken an enrolment.
  @FunctionalInterface
  private interface Written {
    Answer in(Handle handle, Talks.Talk talk, Core.Decision.Taken taken);
  }

  static EnrollmentState state(boolean member) {
    return member ? EnrollmentState.CHECKING : EnrollmentState.WAITING;
  }

  private Future<Answer> decided(
      ConversationId who, EffectId id, EnrollmentForm form, Written written) {
    // why: the effect's own id may hold a phone number, which is not the core's to know.
    String key = HexFormat.of().formatHex(keys.index().effect(id.text()));
    return core.enroll(key, form)
        .compose(
            decision ->
                switch (decision) {
                  case Core.Decision.Refused refused -> refuse(who, id, refused.reason());
                  case Core.Decision.Taken taken ->
                      acts.once(who, id, (handle, talk) -> written.in(handle, talk, taken));
                });
  }

  private Future<Answer> refuse(ConversationId who, EffectId id, String reason) {
    return acts.once(who, id, (handle, talk) -> new Answer.Refused(reason));
  }

  private Answer take(
      Handle handle,
      Talks.Talk talk,
      EnrollmentForm form,
      EnrollmentState state,
      Core.Decision.Taken taken) {
    Instant now = clock.instant();
    People.Person person =
        people
            .bound(handle, talk.id(), form.person().nik())
            .orElseGet(() -> people.add(handle, facts(form), false));
    bind(handle, talk, person);
    var by = new EnrolmentRows.By.Talk(talk.id());
    var row = new EnrolmentRows.Row(by, person, form, state, now, false);
    var followed = rows.add(handle, row, taken, LocalDate.ofInstant(now, zone));
    return new Answer.Enrolled(followed.number(), followed.receipt(), Long.toString(person.id()));
  }

  /// The conversation is this person's now and so is the consent given in it; who was known before
  /// shares the phone; what was half filled is submitted.
  private static void bind(Handle handle, Talks.Talk talk, People.Person person) {
    handle
        .createUpdate(
            """
            with sharing as (
              insert into profiles (talk, person)
              select id, person from talks where id = :talk and person is not null
              union select :talk, :person on conflict do nothing),
            consented as (
              update consents set person = :person
              where talk = :talk and person is null and purpose = 'enroll'),
            bound as (update talks set person = :person where id = :talk)
            delete from drafts where talk = :talk
            """)
        .bind("person", person.id())
        .bind("talk", talk.id())
        .execute();
  }

  /// Whether the conversation is bound to the very person of this membership.
  private boolean proved(Handle handle, ConversationId who, Nik nik, Core.Member member) {
    return people
        .bound(handle, talks.of(handle, who).id(), nik)
        .filter(
            person ->
                member.reference().equals(person.reference())
                    || rows.references(handle, person.id()).contains(member.reference()))
        .isPresent();
  }

  static People.Facts facts(EnrollmentForm form) {
    EnrollmentForm.Person person = form.person();
    return new People.Facts(
        person.name(),
        person.nik(),
        person.birthDate(),
        person.phone(),
        person.village().code(),
        form.work().occupation(),
        null);
  }

  static boolean covered(Core.Member member) {
    return switch (member.membership().standing()) {
      case ACTIVE, UNDER_THREE_MONTHS, IN_ARREARS -> true;
      case LAPSED, DEAD, WAITING_FOR_PAYMENT -> false;
    };
  }
}
