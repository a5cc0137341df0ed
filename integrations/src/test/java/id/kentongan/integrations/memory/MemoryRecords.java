package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.crypto.Codes;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Records in memory, with the invented people of the sample data.
public final class MemoryRecords implements Records {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;
  private final Codes codes = new Codes(MasterKey.of(new byte[32]));
  private final Map<EffectId, Answer> done = new HashMap<>();
  private final Map<ConversationId, Draft> drafts = new HashMap<>();
  private final List<Effect> told = new ArrayList<>();
  private final Set<EffectId> toldIds = new HashSet<>();
  private final MemoryTries tries = new MemoryTries();
  private final MemoryPeople people;
  private final MemoryDiary diary;
  private int number;

  public MemoryRecords(InstantSource clock) {
    this.clock = clock;
    this.people = new MemoryPeople(today());
    this.diary = new MemoryDiary(clock);
  }

  private record Draft(Code code, Effect.KeepDraft kept) {}

  /// What was told and not asked, in order: consents, papers.
  public synchronized List<Effect> told() {
    return List.copyOf(told);
  }

  @Override
  public synchronized Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    if (ask instanceof Effect.ReadStatus read) {
      return Future.succeededFuture(people.status(read.person(), who, today()));
    }
    Answer answer = done.get(id);
    if (answer == null) {
      answer = act(who, ask);
      done.put(id, answer);
    }
    return Future.succeededFuture(answer);
  }

  @Override
  public synchronized Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    if (toldIds.add(id)) {
      told.add(effect);
    }
    return Future.succeededFuture();
  }

  private Answer act(ConversationId who, Effect.Ask ask) {
    return switch (ask) {
      case Effect.SubmitEnrollment submit -> enroll(who, submit);
      case Effect.Identify identify -> identify(who, identify);
      case Effect.LookUpDeceased lookUp -> lookUp(who, lookUp);
      case Effect.OpenClaim open -> {
        String claim = next("JKM");
        people.claimed(who, claim, clock.instant());
        yield new Answer.ClaimOpened(claim, codes.next(RANDOM), Branch.OFFICES.branch());
      }
      case Effect.ReportAccident report ->
          new Answer.AccidentReported(
              next("JKK"), codes.next(RANDOM), deadline(report.form().day()));
      case Effect.OpenTicket ticket ->
          new Answer.TicketOpened(
              next("TKT"),
              Branch.OFFICES.answeredBy(clock.instant().atZone(Branch.ZONE)).toInstant());
      case Effect.KeepDraft keep -> {
        Draft before = drafts.get(who);
        Code code = before == null ? codes.next(RANDOM) : before.code();
        drafts.put(who, new Draft(code, keep));
        yield new Answer.DraftKept(code);
      }
      case Effect.FindDraft find -> findDraft(who, find);
      case Effect.LogInAgent login -> agent(login.code());
      case Effect.EnrollVillager villager -> new Answer.Refused("not-agent");
      case Effect.AskConsent wanted -> new Answer.Refused("not-agent");
      case Effect.GiveConsent given -> new Answer.Refused("consent-over");
      case Effect.TellConsent told -> new Answer.NotIdentified();
      case Effect.CheckAgent check -> new Answer.NotIdentified();
      case Effect.SendCode send -> new Answer.CodeSent();
      case Effect.DrawCard card -> new Answer.NoCard();
      case Effect.VisitAsk visit -> diary.answer(people.claimsOf(who), visit);
      case Effect.ReadClaims() -> people.claims(who);
      case Effect.ReadStatus read -> people.status(read.person(), who, today());
      case Effect.ReadProfiles() -> new Answer.ProfilesRead(List.of());
      case Effect.OpenProfile open -> new Answer.NotIdentified();
      case Effect.KeepProfileKey keep -> new Answer.NotIdentified();
      case Effect.ReadMyData read ->
          new Answer.MyDataRead(
              new MyData(null, List.of(), new MyData.Counts(1, 0, 0, 0, 0), null, List.of()));
      case Effect.EraseMyData erase -> {
        drafts.remove(who);
        yield new Answer.Erased(
            codes.next(RANDOM), List.of(), today().plusDays(erase.terms().backupDays()));
      }
      case Effect.AgentAsk asked -> new Answer.Refused("not-agent");
      case Effect.VillageAsk area ->
          throw new IllegalArgumentException("areas are not for the records: " + area);
      case Effect.BatchAsk batch ->
          throw new IllegalArgumentException("lists are not for the records: " + batch);
      case Effect.SponsorAsk sponsor ->
          throw new IllegalArgumentException("lists are not for the records: " + sponsor);
      case Effect.Fetch fetch ->
          throw new IllegalArgumentException("files are fetched by the postman");
    };
  }

  private Answer agent(Code told) {
    return codes
        .read(told.text())
        .filter(codes.fixed("sample agent login Rina Kartika")::equals)
        .<Answer>map(code -> new Answer.AgentIn("Rina Kartika", "BUMDesma Tegaldlimo Makmur", told))
        .orElseGet(Answer.NotIdentified::new);
  }

  private Answer enroll(ConversationId who, Effect.SubmitEnrollment submit) {
    var receipt = codes.next(RANDOM);
    String enrolment = next("DFT");
    EnrollmentState state = people.first(submit.form().person().nik(), today());
    Optional<String> person =
        people.enroll(
            who,
            submit.form(),
            new MemoryPeople.Enrolled(
                new Answer.Matter(enrolment, state.words(), clock.instant()), receipt),
            today());
    drafts.remove(who);
    return person
        .<Answer>map(id -> new Answer.Enrolled(enrolment, receipt, id))
        .orElseGet(() -> new Answer.Refused("already-member"));
  }

  private Answer identify(ConversationId who, Effect.Identify identify) {
    var keys = List.of("identify/" + who.key(), "identify/" + identify.nik().digits());
    Optional<Instant> blocked = tries.blocked(keys, clock.instant());
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Optional<Answer.Identified> identified = people.identify(who, identify);
    if (identified.isPresent()) {
      return identified.get();
    }
    tries.note(keys, clock.instant());
    return new Answer.NotIdentified();
  }

  private Answer lookUp(ConversationId who, Effect.LookUpDeceased lookUp) {
    var keys = List.of("deceased/" + who.key(), "deceased/" + lookUp.nik().digits());
    Optional<Instant> blocked = tries.blocked(keys, clock.instant());
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    tries.note(keys, clock.instant());
    return people
        .deceased(lookUp)
        .<Answer>map(found -> found)
        .orElseGet(Answer.MemberNotFound::new);
  }

  private Answer findDraft(ConversationId who, Effect.FindDraft find) {
    String code = codes.read(find.code().text()).orElse(find.code()).text();
    var keys = List.of("draft/" + who.key(), "draft/" + code);
    Optional<Instant> blocked = tries.blocked(keys, clock.instant());
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    for (Draft draft : drafts.values()) {
      if (draft.code().text().equals(code) && draft.kept().birthDate().equals(find.birthDate())) {
        return new Answer.DraftFound(draft.kept().draft());
      }
    }
    tries.note(keys, clock.instant());
    return new Answer.NotIdentified();
  }

  private Instant deadline(LocalDate day) {
    return day.atStartOfDay(Branch.ZONE).toInstant().plus(Duration.ofDays(2));
  }

  private String next(String kind) {
    number++;
    return "%s-%d-%06d".formatted(kind, today().getYear(), number);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Branch.ZONE);
  }
}
