package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Notice.ConsentEnded.Outcome;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.members.ConsentRequests.Pending;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Asks somebody by their own phone whether an agent may enrol them, and enrols them when they say
/// so there or the agent tells the code that was sent. Nothing is enrolled and nothing is sent to
/// the core before; silence and a no erase what was filled in.
public final class PhoneConsents {
  private static final String OVER = "consent-over";
  private static final String CHANNEL = "whatsapp";

  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Acts acts;
  private final Core core;
  private final InstantSource clock;
  private final ZoneId zone;
  private final AgentEnrolments byAgents;
  private final ConsentRequests requests;
  private final NoticeBoard notices;

  public PhoneConsents(
      Database database, Keyring keys, Talks talks, Core core, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.acts = new Acts(database, keys, talks);
    this.core = core;
    this.clock = clock;
    this.zone = zone;
    this.byAgents = new AgentEnrolments(keys, clock, zone);
    this.requests = new ConsentRequests(keys);
    this.notices = new NoticeBoard(keys);
  }

  /// Who asks, as the phone is told.
  private record Asker(long agent, String name, String organisation) {}

  /// A way of consenting, with the request it is for.
  private record Consented(Pending pending, ConsentWay way) {}

  public Answer ask(Handle handle, Talks.Talk talk, Effect.AskConsent asked) {
    Optional<String> refused = byAgents.refused(handle, talk.id(), asked.form().person().nik());
    if (refused.isPresent()) {
      return new Answer.Refused(refused.get());
    }
    Phone phone = Objects.requireNonNull(asked.form().person().phone(), "a phone to ask");
    Instant now = clock.instant();
    var counts = List.of(new Tries.Count("consent.phone", keys.index().phone(phone)));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Tries.note(handle, now, counts);
    Asker asker = asker(handle, talk.id());
    long to = talks.of(handle, conversation(phone)).id();
    String code = "%06d".formatted(keys.random().nextInt(1_000_000));
    var wanted =
        new Pending(
            0, asker.agent(), talk.id(), to, asked.form(), asked.textVersion(), asked.until());
    long request = requests.add(handle, wanted, code, now);
    notices.put(
        handle,
        to,
        new Notice.ConsentWanted(
            request,
            asked.form().person().name(),
            asker.name(),
            asker.organisation(),
            code,
            asked.until()));
    AgentAudit.write(handle, now, asker.agent(), "ask consent by phone");
    return new Answer.ConsentAsked(asked.until());
  }

  /// By the phone that was asked.
  public Future<Answer> give(ConversationId who, EffectId id, Effect.GiveConsent given) {
    return database
        .transact(
            handle ->
                requests
                    .waiting(handle, given.request())
                    .filter(p -> p.phoneTalk() == talks.of(handle, who).id()))
        .compose(pending -> consented(who, id, pending, ConsentWay.OWN_PHONE));
  }

  /// By the code, from the phone or from the agent it was told to.
  public Future<Answer> tell(ConversationId who, EffectId id, Effect.TellConsent told) {
    return database
        .transact(handle -> byCode(handle, who, told))
        .compose(
            found ->
                switch (found) {
                  case Found.Pended(Consented(Pending pending, ConsentWay way)) ->
                      consented(who, id, Optional.of(pending), way);
                  case Found.Not(Answer answer) -> acts.once(who, id, (handle, talk) -> answer);
                });
  }

  /// A no, from the phone that was asked.
  public void refuse(Handle handle, Talks.Talk talk, Effect.RefuseConsent no) {
    requests
        .waiting(handle, no.request())
        .filter(pending -> pending.phoneTalk() == talk.id())
        .ifPresent(pending -> end(handle, pending, Outcome.REFUSED, null));
  }

  /// Ends those that nobody answered in time, and tells the agents.
  static int silence(Handle handle, PhoneConsents consents, int most) {
    List<Pending> silent = consents.requests.silent(handle, consents.clock.instant(), most);
    silent.forEach(pending -> consents.end(handle, pending, Outcome.SILENT, null));
    return silent.size();
  }

  private sealed interface Found {
    record Pended(Consented consented) implements Found {}

    record Not(Answer answer) implements Found {}
  }

  private Found byCode(Handle handle, ConversationId who, Effect.TellConsent told) {
    Talks.Talk talk = talks.of(handle, who);
    Instant now = clock.instant();
    byte[] sender = keys.index().sender(who.key());
    var counts = List.of(new Tries.Count("consent.sender", sender));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Found.Not(new Answer.TooManyTries(blocked.get()));
    }
    Optional<Pending> pending = requests.byCode(handle, talk.id(), told.code(), now);
    if (pending.isEmpty()) {
      Tries.note(handle, now, counts);
      return new Found.Not(new Answer.NotIdentified());
    }
    boolean own = pending.get().phoneTalk() == talk.id();
    var way = own ? ConsentWay.OWN_PHONE : ConsentWay.CODE_TOLD;
    return new Found.Pended(new Consented(pending.get(), way));
  }

  private Future<Answer> consented(
      ConversationId who, EffectId id, Optional<Pending> found, ConsentWay way) {
    Instant now = clock.instant();
    if (found.filter(pending -> pending.open(now)).isEmpty()) {
      return acts.once(who, id, (handle, talk) -> new Answer.Refused(OVER));
    }
    Pending pending = found.get();
    // why: the same key however often and by whichever way the consent is given
    String key = HexFormat.of().formatHex(keys.index().effect("consent/" + pending.id()));
    return core.member(pending.form().person().nik(), LocalDate.ofInstant(now, zone))
        .map(member -> member.filter(Enrolments::covered).isPresent())
        .compose(
            member ->
                core.enroll(key, pending.form())
                    .compose(
                        decision ->
                            acts.once(
                                who,
                                id,
                                (handle, talk) ->
                                    decided(
                                        handle,
                                        talk,
                                        new Consented(pending, way),
                                        member,
                                        decision))));
  }

  private Answer decided(
      Handle handle, Talks.Talk talk, Consented consented, boolean member, Core.Decision decision) {
    Optional<Pending> still = requests.waiting(handle, consented.pending().id());
    if (still.isEmpty()) {
      return new Answer.Refused(OVER);
    }
    Pending pending = still.get();
    return switch (decision) {
      case Core.Decision.Refused refused -> {
        end(handle, pending, Outcome.NOT_ACCEPTED, null);
        yield new Answer.Refused(refused.reason());
      }
      case Core.Decision.Taken taken -> {
        var by = new AgentEnrolments.By(pending.agent(), talk.id(), consented.way());
        var asked = new Effect.EnrollVillager(pending.form(), pending.version());
        Answer answer = byAgents.take(handle, by, asked, Enrolments.state(member), taken);
        yield answer instanceof Answer.Enrolled e
            ? enrolled(handle, talk, pending, e)
            : ended(handle, pending, answer);
      }
    };
  }

  private Answer enrolled(
      Handle handle, Talks.Talk talk, Pending pending, Answer.Enrolled enrolled) {
    ConsentRequests.end(handle, pending.id(), Outcome.GIVEN.name(), clock.instant());
    if (talk.id() == pending.phoneTalk()) {
      tellAgent(handle, pending, Outcome.GIVEN, enrolled.number());
    } else {
      // why: whose phone it is learns of it in any case
      notices.put(
          handle,
          pending.phoneTalk(),
          new Notice.MatterMoved(enrolled.number(), EnrollmentState.WAITING.words()));
    }
    return new Answer.ConsentGiven(
        pending.form().person().name(),
        enrolled.number(),
        enrolled.receipt(),
        pending.form().plan().total());
  }

  private Answer ended(Handle handle, Pending pending, Answer answer) {
    end(handle, pending, Outcome.NOT_ACCEPTED, null);
    // why: that the agent is one no more is not for whoever holds the phone to be told as theirs
    return answer.equals(new Answer.Refused(AgentEnrolments.NOT_AGENT))
        ? new Answer.Refused(OVER)
        : answer;
  }

  private void end(Handle handle, Pending pending, Outcome outcome, @Nullable String number) {
    ConsentRequests.end(handle, pending.id(), outcome.name(), clock.instant());
    tellAgent(handle, pending, outcome, number);
  }

  /// Where the agent is logged in now; an agent who is one no more is told nothing.
  private void tellAgent(Handle handle, Pending pending, Outcome outcome, @Nullable String number) {
    handle
        .createQuery("select talk from agents where id = :agent and talk is not null")
        .bind("agent", pending.agent())
        .mapTo(Long.class)
        .findOne()
        .ifPresent(
            talk ->
                notices.put(
                    handle,
                    talk,
                    new Notice.ConsentEnded(pending.form().person().name(), outcome, number)));
  }

  private static Asker asker(Handle handle, long talk) {
    return handle
        .createQuery(
            """
            select a.id, a.name, o.name as organisation
            from agents a join organisations o on o.id = a.organisation where a.talk = :talk
            """)
        .bind("talk", talk)
        .map(
            (row, context) ->
                new Asker(row.getLong("id"), row.getString("name"), row.getString("organisation")))
        .one();
  }

  private static ConversationId conversation(Phone phone) {
    return new ConversationId(CHANNEL, phone.e164().substring(1));
  }
}
