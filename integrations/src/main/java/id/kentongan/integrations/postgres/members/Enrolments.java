package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.ActsTogether;
import id.kentongan.integrations.postgres.ActsTogether.Begun;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Writes;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Takes enrolments: asks the core, records person and enrolment, binds the conversation.
///
/// Whoever enrols under the number of a member whom they have not proved to be gets a record of
/// their own, which shows nothing of that member; an officer looks at it first.
public final class Enrolments {
  private static final Duration MOMENT = Duration.ofMillis(2);

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
  private final ActsTogether<Taking> takings;

  public Enrolments(
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
    this.takings = new ActsTogether<>(database, keys, talks, MOMENT, this::take);
  }

  public Future<Answer> submit(ConversationId who, EffectId id, EnrollmentForm form) {
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
  public Future<Answer> submit(ConversationId who, EffectId id, Effect.EnrollVillager asked) {
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
                                    taken ->
                                        acts.once(
                                            who,
                                            id,
                                            (handle, talk) ->
                                                byAgents.take(
                                                    handle, talk, asked, state(member), taken)))));
  }

  private Future<Answer> submit(
      ConversationId who, EffectId id, EnrollmentForm form, boolean member, boolean proved) {
    if (proved) {
      return refuse(who, id, "already-member");
    }
    return decided(
        who,
        id,
        form,
        taken ->
            takings
                .once(who, id, new Taking(form, state(member), taken))
                .map(Optional::orElseThrow));
  }

  /// An enrolment that the core has taken.
  private record Taking(EnrollmentForm form, EnrollmentState state, Core.Decision.Taken taken) {}

  /// What is written down when the core has taken an enrolment.
  @FunctionalInterface
  private interface Written {
    Future<Answer> by(Core.Decision.Taken taken);
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
                  case Core.Decision.Taken taken -> written.by(taken);
                });
  }

  private Future<Answer> refuse(ConversationId who, EffectId id, String reason) {
    return acts.once(who, id, (handle, talk) -> new Answer.Refused(reason));
  }

  private List<Optional<Answer>> take(Handle handle, Writes writes, List<Begun<Taking>> all) {
    Instant now = clock.instant();
    List<People.Person> persons =
        people.boundOrNew(
            handle,
            writes,
            all.stream().map(one -> one.talk().id()).toList(),
            all.stream().map(one -> facts(one.what().form())).toList());
    bind(writes, all, persons);
    var rowsOfAll = new ArrayList<EnrolmentRows.Row>();
    for (int i = 0; i < all.size(); i++) {
      Taking taking = all.get(i).what();
      var by = new EnrolmentRows.By.Talk(all.get(i).talk().id());
      rowsOfAll.add(
          new EnrolmentRows.Row(by, persons.get(i), taking.form(), taking.state(), now, false));
    }
    var taken = all.stream().map(one -> one.what().taken()).toList();
    var followed = rows.add(handle, writes, rowsOfAll, taken, LocalDate.ofInstant(now, zone));
    var answers = new ArrayList<Optional<Answer>>();
    for (int i = 0; i < all.size(); i++) {
      EnrolmentRows.Followed by = followed.get(i);
      String person = Long.toString(persons.get(i).id());
      answers.add(Optional.of(new Answer.Enrolled(by.number(), by.receipt(), person)));
    }
    return answers;
  }

  /// The conversation is this person's now and so is the consent given in it; who was known before
  /// shares the phone; what was half filled is submitted.
  private static void bind(Writes writes, List<Begun<Taking>> all, List<People.Person> persons) {
    writes.add(
        """
        with told as (select * from unnest(:boundTalks, :boundPersons) as t (talk, person)),
        sharing as (
          insert into profiles (talk, person)
          select t.id, t.person from told join talks t on t.id = told.talk
          where t.person is not null
          union select talk, person from told on conflict do nothing),
        consented as (
          update consents c set person = told.person from told
          where c.talk = told.talk and c.person is null and c.purpose = 'enroll'),
        bound as (update talks t set person = told.person from told where t.id = told.talk)
        delete from drafts d using told where d.talk = told.talk
        """,
        Map.of(
            "boundTalks", Columns.numbers(all, one -> one.talk().id()),
            "boundPersons", Columns.numbers(persons, People.Person::id)));
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

  public static People.Facts facts(EnrollmentForm form) {
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

  public static boolean covered(Core.Member member) {
    return switch (member.membership().standing()) {
      case ACTIVE, UNDER_THREE_MONTHS, IN_ARREARS -> true;
      case LAPSED, DEAD, WAITING_FOR_PAYMENT -> false;
    };
  }
}
