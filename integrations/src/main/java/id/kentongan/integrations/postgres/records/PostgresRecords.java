package id.kentongan.integrations.postgres.records;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.agents.AgentDesk;
import id.kentongan.integrations.postgres.agents.AgentLogin;
import id.kentongan.integrations.postgres.broadcasts.BroadcastRows;
import id.kentongan.integrations.postgres.claims.Accidents;
import id.kentongan.integrations.postgres.claims.ClaimPages;
import id.kentongan.integrations.postgres.claims.ClaimRows;
import id.kentongan.integrations.postgres.claims.Claims;
import id.kentongan.integrations.postgres.claims.Deceased;
import id.kentongan.integrations.postgres.claims.Visits;
import id.kentongan.integrations.postgres.members.Cards;
import id.kentongan.integrations.postgres.members.Consents;
import id.kentongan.integrations.postgres.members.Drafts;
import id.kentongan.integrations.postgres.members.Enrolments;
import id.kentongan.integrations.postgres.members.Identity;
import id.kentongan.integrations.postgres.members.PhoneConsents;
import id.kentongan.integrations.postgres.members.Profiles;
import id.kentongan.integrations.postgres.members.ReminderWishes;
import id.kentongan.integrations.postgres.members.SentCodes;
import id.kentongan.integrations.postgres.members.Statuses;
import id.kentongan.integrations.postgres.officers.Queries;
import id.kentongan.integrations.postgres.officers.Tickets;
import id.kentongan.integrations.postgres.privacy.Erasing;
import id.kentongan.integrations.postgres.privacy.MyDataReading;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The records in PostgreSQL; memberships come from the core. Each act is a small class of its own.
public final class PostgresRecords implements Records {
  private final Keyring keys;
  private final Core core;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Acts acts;
  private final Enrolments enrolments;
  private final Identity identity;
  private final SentCodes codes;
  private final Statuses statuses;
  private final Cards cards;
  private final Deceased deceased;
  private final Claims claims;
  private final Accidents accidents;
  private final Visits visits;
  private final Tickets tickets;
  private final Drafts drafts;
  private final Consents consents;
  private final AgentLogin agents;
  private final PhoneConsents phones;
  private final AgentDesk agentDesk;
  private final Profiles profiles;
  private final MyDataReading data;
  private final Erasing erasing;

  /// `offices` names the branch that the families are sent to, and when its officers answer.
  public PostgresRecords(
      Database database,
      MasterKey master,
      Core core,
      InstantSource clock,
      Offices offices,
      ZoneId zone) {
    this.keys = new Keyring(master);
    this.core = core;
    this.clock = clock;
    this.zone = zone;
    var talks = new Talks(keys);
    var numbers = new Numbers(keys);
    this.acts = new Acts(database, keys, talks);
    this.enrolments = new Enrolments(database, keys, talks, core, clock, zone);
    this.codes = new SentCodes(keys, talks, clock);
    this.identity = new Identity(keys, talks, codes, clock);
    this.statuses = new Statuses(database, keys, talks, core, new ClaimRows(offices, zone));
    this.cards = new Cards(database, keys, statuses);
    this.deceased = new Deceased(keys, clock);
    this.claims = new Claims(keys, numbers, clock, zone, offices.branch());
    this.accidents = new Accidents(numbers, zone, clock);
    this.visits = new Visits(offices, new ClaimPages(), zone, clock);
    this.tickets = new Tickets(numbers, offices, zone, clock);
    this.drafts = new Drafts(keys, clock);
    this.consents = new Consents(database, keys, talks, clock);
    this.agents = new AgentLogin(keys, clock);
    this.agentDesk = new AgentDesk(database, keys, talks, clock, zone);
    this.profiles = new Profiles(keys, talks, clock);
    this.data = new MyDataReading(database, keys, talks, clock, zone);
    this.erasing = new Erasing(database, keys, talks, clock, zone);
    this.phones = new PhoneConsents(database, keys, talks, core, clock, zone);
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    return switch (ask) {
      case Effect.SubmitEnrollment submit -> enrolments.submit(who, id, submit.form());
      case Effect.EnrollVillager villager -> enrolments.submit(who, id, villager);
      case Effect.AskConsent wanted ->
          acts.once(who, id, (handle, talk) -> phones.ask(handle, talk, wanted));
      case Effect.GiveConsent given -> phones.give(who, id, given);
      case Effect.TellConsent told -> phones.tell(who, id, told);
      case Effect.Identify identify -> identify(who, id, identify);
      case Effect.LogInAgent login ->
          acts.once(
              who, id, (handle, talk) -> agents.logIn(handle, talk, sender(who), login.code()));
      case Effect.CheckAgent check ->
          acts.once(
              who, id, (handle, talk) -> agents.check(handle, talk, sender(who), check.code()));
      case Effect.SendCode send ->
          acts.once(who, id, (handle, talk) -> codes.send(handle, who, send));
      case Effect.DrawCard card -> cards.read(who, card.person(), today());
      case Effect.ReadClaims() -> statuses.claims(who);
      case Effect.ReadStatus read -> statuses.read(who, read.person(), today());
      case Effect.LookUpDeceased lookUp -> lookUp(who, id, lookUp);
      case Effect.OpenClaim open ->
          acts.once(who, id, (handle, talk) -> claims.open(handle, talk, open.form()));
      case Effect.ReportAccident report ->
          acts.once(who, id, (handle, talk) -> accidents.report(handle, talk, report.form()));
      case Effect.VisitAsk visit ->
          acts.once(who, id, (handle, talk) -> visits.answer(handle, talk, visit));
      case Effect.OpenTicket ticket ->
          acts.once(who, id, (handle, talk) -> tickets.open(handle, talk, ticket));
      case Effect.KeepDraft keep ->
          acts.once(who, id, (handle, talk) -> drafts.keep(handle, talk, id, keep));
      case Effect.FindDraft find ->
          acts.once(who, id, (handle, talk) -> drafts.find(handle, talk, sender(who), find));
      case Effect.ReadProfiles() -> acts.once(who, id, Profiles::read);
      case Effect.OpenProfile open ->
          acts.once(who, id, (handle, talk) -> profiles.open(handle, talk, sender(who), open));
      case Effect.KeepProfileKey keep ->
          acts.once(who, id, (handle, talk) -> profiles.keep(handle, talk, keep));
      case Effect.ReadMyData read -> data.read(who, read);
      case Effect.EraseMyData erase -> erasing.erase(who, id, erase);
      case Effect.AgentAsk asked -> agentDesk.ask(who, id, asked);
      case Effect.Fetch fetch -> throw notForRecords(fetch);
      case Effect.VillageAsk area -> throw notForRecords(area);
      case Effect.BatchAsk batch -> throw notForRecords(batch);
      case Effect.SponsorAsk sponsor -> throw notForRecords(sponsor);
    };
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return switch (effect) {
      case Effect.RecordConsent consent -> consents.record(who, id, consent);
      case Effect.RefuseConsent no ->
          acts.carryOut(who, id, (handle, talk) -> phones.refuse(handle, talk, no));
      case Effect.SetReminders wish ->
          acts.carryOut(who, id, (handle, talk) -> ReminderWishes.keep(handle, talk.id(), wish));
      case Effect.SetNews wish ->
          acts.carryOut(who, id, (handle, talk) -> consents.news(handle, talk, wish));
      case Effect.Speaks speaks ->
          acts.carryOut(
              who,
              id,
              (handle, talk) ->
                  handle.execute(
                      "update talks set language = ? where id = ?",
                      speaks.language().code(),
                      talk.id()));
      case Effect.NoteAnnouncement note ->
          acts.carryOut(
              who, id, (handle, talk) -> BroadcastRows.note(handle, talk.id(), note, clock));
      case Effect.TellField told ->
          acts.carryOut(who, id, (handle, talk) -> Queries.answered(handle, talk, told, clock));
      case Effect.WithdrawConsent() ->
          acts.carryOut(who, id, (handle, talk) -> consents.withdraw(handle, talk));
      case Effect.AddPaper paper ->
          acts.carryOut(who, id, (handle, talk) -> claims.add(handle, talk, paper));
      case Effect.DropBatch drop -> throw notForRecords(drop);
      case Effect.Ask ask -> throw notForRecords(ask);
      case Effect.Send send -> throw notForRecords(send);
      case Effect.Announce told -> throw notForRecords(told);
      case Effect.Journal journal -> throw notForRecords(journal);
    };
  }

  private Future<Answer> identify(ConversationId who, EffectId id, Effect.Identify asked) {
    return core.member(asked.nik(), today())
        .compose(
            member ->
                acts.once(
                    who,
                    id,
                    (handle, talk) -> identity.identify(handle, talk, sender(who), asked, member)));
  }

  private Future<Answer> lookUp(ConversationId who, EffectId id, Effect.LookUpDeceased asked) {
    return core.member(asked.nik(), asked.died())
        .compose(
            member ->
                acts.once(
                    who,
                    id,
                    (handle, talk) -> deceased.lookUp(handle, talk, sender(who), asked, member)));
  }

  private byte[] sender(ConversationId who) {
    return keys.index().sender(who.key());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private static IllegalArgumentException notForRecords(Effect effect) {
    return new IllegalArgumentException(
        effect.getClass().getSimpleName() + " is not for the records");
  }
}
