package id.kentongan.integrations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What [Records] promises, tried with the invented people of the sample data. It is Friday 20
/// November 2026, three in the afternoon in Banyuwangi.
public abstract class RecordsContract {

  private static final Nik SLAMET = new Nik("3510041708859001");
  private static final LocalDate SLAMET_BORN = LocalDate.of(1985, 8, 17);
  private static final Code SLAMET_KPJ = new Code("90000000011");
  private static final Nik NOBODY = new Nik("3510170302889123");

  protected final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  protected final ConversationId me = new ConversationId("telegram", "4711");
  private final ConversationId other = new ConversationId("whatsapp", "+6281233445566");
  private long version;

  protected abstract Records records();

  @Test
  void enrolsOnceHoweverOftenItIsAsked() {
    var id = EffectId.of(me, 7, 0);
    var submit = new Effect.SubmitEnrollment(Forms.enrolment(NOBODY));
    var first = (Answer.Enrolled) await(records().ask(me, id, submit));

    assertThat(await(records().ask(me, id, submit))).isEqualTo(first);
    assertThat(first.number()).matches("DFT-2026-[0-9]{6}");
    assertThat(first.receipt().text()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    var again = (Answer.Enrolled) ask(me, submit);
    assertThat(again.number()).isNotEqualTo(first.number());
    assertThat(again.receipt()).isNotEqualTo(first.receipt());
    assertThat(again.person()).isEqualTo(first.person());
  }

  @Test
  void tellsTheStateOfTheOwnEnrolment() {
    var enrolled = (Answer.Enrolled) ask(me, new Effect.SubmitEnrollment(Forms.enrolment(NOBODY)));
    var status = status(me, enrolled.person());

    assertThat(status.name()).isEqualTo("Wagiman Hartono");
    assertThat(status.membership()).isNull();
    assertThat(status.sample()).isFalse();
    assertThat(status.enrollments())
        .containsExactly(
            new Answer.Matter(enrolled.number(), "enrollment.waiting", clock.instant()));
  }

  @Test
  void tellsNothingOfAPersonWhoIsNotBound() {
    var enrolled = (Answer.Enrolled) ask(me, new Effect.SubmitEnrollment(Forms.enrolment(NOBODY)));

    assertThat(ask(other, new Effect.ReadStatus(enrolled.person())))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(me, new Effect.ReadStatus("999999"))).isEqualTo(new Answer.NotIdentified());
    assertThat(ask(me, new Effect.ReadStatus("x'; --"))).isEqualTo(new Answer.NotIdentified());
  }

  @ParameterizedTest
  @CsvSource({
    "3510041708859001, 1985-08-17, 90000000011, ACTIVE",
    "3510055205909002, 1990-05-12, 90000000029, UNDER_THREE_MONTHS",
    "3505102311809003, 1980-11-23, 90000000037, IN_ARREARS",
    "1604104403879004, 1987-03-04, 90000000045, LAPSED",
    "6310020906789005, 1978-06-09, 90000000052, DEAD",
    "6208036710929006, 1992-10-27, 90000000060, ACTIVE"
  })
  void knowsWhoProvesItAndHowTheyStand(String nik, LocalDate born, String kpj, Standing standing) {
    var identified =
        (Answer.Identified) ask(me, new Effect.Identify(new Nik(nik), born, new Code(kpj)));
    var status = status(me, identified.person());

    assertThat(status.name()).isEqualTo(identified.name());
    assertThat(status.sample()).isTrue();
    assertThat(status.membership())
        .extracting(Answer.Membership::standing, Answer.Membership::kpj)
        .containsExactly(standing, kpj);
  }

  @Test
  void knowsWhoHasTheReceiptAgainOnAnotherMessenger() {
    var enrolled = (Answer.Enrolled) ask(me, new Effect.SubmitEnrollment(Forms.enrolment(NOBODY)));
    var born = Forms.enrolment(NOBODY).person().birthDate();
    var identified = ask(other, new Effect.Identify(NOBODY, born, enrolled.receipt()));

    assertThat(identified).isEqualTo(new Answer.Identified(enrolled.person(), "Wagiman Hartono"));
    assertThat(status(other, enrolled.person()).enrollments()).hasSize(1);
  }

  @Test
  void answersUnknownAndWrongAlikeThreeTimesAnHour() {
    var notThey = new Answer.NotIdentified();
    assertThat(ask(me, new Effect.Identify(NOBODY, SLAMET_BORN, SLAMET_KPJ))).isEqualTo(notThey);
    assertThat(ask(me, new Effect.Identify(SLAMET, SLAMET_BORN.plusDays(1), SLAMET_KPJ)))
        .isEqualTo(notThey);
    clock.advance(Duration.ofMinutes(10));
    assertThat(ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, new Code("90000000029"))))
        .isEqualTo(notThey);
    var blocked = ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, SLAMET_KPJ));

    assertThat(blocked).isEqualTo(new Answer.TooManyTries(Instant.parse("2026-11-20T09:00:00Z")));
    clock.advance(Duration.ofMinutes(51));
    assertThat(ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, SLAMET_KPJ)))
        .isInstanceOf(Answer.Identified.class);
  }

  @Test
  void countsTheTriesOnOneNumberFromAllSenders() {
    for (int i = 0; i < 3; i++) {
      ask(
          new ConversationId("telegram", "thief" + i),
          new Effect.Identify(SLAMET, SLAMET_BORN, new Code("9000000009" + i)));
    }
    assertThat(ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, SLAMET_KPJ)))
        .isInstanceOf(Answer.TooManyTries.class);
  }

  @Test
  void countsARepeatedEffectOnceAndSuccessNever() {
    var wrong = new Effect.Identify(SLAMET, SLAMET_BORN, new Code("90000000029"));
    for (int i = 0; i < 5; i++) {
      assertThat(await(records().ask(me, EffectId.of(me, 1, 0), wrong)))
          .isEqualTo(new Answer.NotIdentified());
      assertThat(ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, SLAMET_KPJ)))
          .isInstanceOf(Answer.Identified.class);
    }
  }

  @Test
  void enrollingUnderAnothersNumberShowsNothingOfThem() {
    var enrolled = (Answer.Enrolled) ask(me, new Effect.SubmitEnrollment(Forms.enrolment(SLAMET)));
    var status = status(me, enrolled.person());

    assertThat(status.membership()).isNull();
    assertThat(status.name()).isEqualTo("Wagiman Hartono");
    assertThat(status.enrollments())
        .extracting(Answer.Matter::state)
        .containsExactly("enrollment.checking");
  }

  @Test
  void refusesTheEnrolmentOfOneWhoIsAMember() {
    ask(me, new Effect.Identify(SLAMET, SLAMET_BORN, SLAMET_KPJ));

    assertThat(ask(me, new Effect.SubmitEnrollment(Forms.enrolment(SLAMET))))
        .isEqualTo(new Answer.Refused("already-member"));
  }

  @ParameterizedTest
  @CsvSource({
    "3510041708859001, 2026-11-19, ACTIVE, 15",
    "3510041708859001, 2025-10-15, UNDER_THREE_MONTHS, 2",
    "3510055205909002, 2026-11-19, UNDER_THREE_MONTHS, 2",
    "3505102311809003, 2026-11-19, IN_ARREARS, 19",
    "1604104403879004, 2026-11-19, LAPSED, 20",
    "6310020906789005, 2026-10-31, ACTIVE, 30",
    "3510041708859001, 2020-01-01, WAITING_FOR_PAYMENT, 0"
  })
  void tellsHowOneStoodOnTheDayOfDeath(String nik, LocalDate died, Standing standing, int months) {
    var found = (Answer.MemberFound) ask(me, new Effect.LookUpDeceased(new Nik(nik), died));

    assertThat(found.standing()).isEqualTo(standing);
    assertThat(found.monthsPaid()).isEqualTo(months);
  }

  @Test
  void looksUpTheDeadThreeTimesAnHour() {
    var died = LocalDate.of(2026, 11, 18);
    assertThat(ask(me, new Effect.LookUpDeceased(NOBODY, died)))
        .isEqualTo(new Answer.MemberNotFound());
    ask(me, new Effect.LookUpDeceased(SLAMET, died));
    ask(me, new Effect.LookUpDeceased(SLAMET, died));

    assertThat(ask(me, new Effect.LookUpDeceased(SLAMET, died)))
        .isEqualTo(new Answer.TooManyTries(Instant.parse("2026-11-20T09:00:00Z")));
  }

  @Test
  void opensAClaimOnceAndShowsItToTheFamily() {
    var id = EffectId.of(me, 3, 1);
    var open = new Effect.OpenClaim(Forms.claim(SLAMET, List.of()));
    var opened = (Answer.ClaimOpened) await(records().ask(me, id, open));

    assertThat(await(records().ask(me, id, open))).isEqualTo(opened);
    assertThat(opened.number()).matches("JKM-2026-[0-9]{6}");
    assertThat(opened.office()).isEqualTo(Branch.OFFICES.branch());
    var claim = new Answer.Matter(opened.number(), "claim.prepared", clock.instant());
    assertThat(claims(me)).containsExactly(claim);
    assertThat(claims(other)).isEmpty();
    var enrolled = (Answer.Enrolled) ask(me, new Effect.SubmitEnrollment(Forms.enrolment(NOBODY)));
    assertThat(status(me, enrolled.person()).claims())
        .containsExactly(new Answer.Matter(opened.number(), "claim.prepared", clock.instant()));
  }

  @Test
  void givesATimeAtTheBranchToOneFamilyOnly() {
    String mine = opened(me);
    String theirs = opened(other);
    var offered = (Answer.SlotsOffered) ask(me, new Effect.ReadSlots(null));
    assertThat(offered.claim()).isEqualTo(mine);
    assertThat(offered.free()).hasSize(6).isSorted();
    assertThat(offered.booked()).isNull();
    Instant first = offered.free().getFirst();
    Instant last = offered.free().getLast();

    assertThat(ask(me, new Effect.BookSlot(mine, first)))
        .isEqualTo(new Answer.SlotBooked(mine, first, Branch.OFFICES.branch()));
    var late = (Answer.SlotsOffered) ask(other, new Effect.BookSlot(theirs, first));
    assertThat(late.free()).doesNotContain(first);
    assertThat(late.booked()).isNull();
    ask(me, new Effect.BookSlot(mine, last));
    assertThat(ask(other, new Effect.BookSlot(theirs, first)))
        .isInstanceOf(Answer.SlotBooked.class);
    assertThat(((Answer.SlotsOffered) ask(me, new Effect.ReadSlots(mine))).booked())
        .isEqualTo(last);
    assertThat(ask(me, new Effect.CancelSlot(mine))).isEqualTo(new Answer.SlotGone(mine));
    assertThat(((Answer.SlotsOffered) ask(me, new Effect.ReadSlots(mine))).booked()).isNull();
  }

  @Test
  void givesNoTimeForTheClaimOfOthers() {
    String theirs = opened(other);

    assertThat(ask(me, new Effect.ReadSlots(null))).isEqualTo(new Answer.NoClaim());
    assertThat(ask(me, new Effect.BookSlot(theirs, clock.instant())))
        .isEqualTo(new Answer.NoClaim());
    assertThat(ask(me, new Effect.CancelSlot(theirs))).isEqualTo(new Answer.NoClaim());
    assertThat(ask(me, new Effect.DrawClaim(theirs))).isEqualTo(new Answer.NoClaim());
    opened(me);
    var night = Instant.parse("2026-11-23T18:00:00Z");
    assertThat(ask(me, new Effect.BookSlot(opened(me), night)))
        .isInstanceOf(Answer.SlotsOffered.class);
  }

  private String opened(ConversationId who) {
    var open = new Effect.OpenClaim(Forms.claim(SLAMET, List.of()));
    return ((Answer.ClaimOpened) ask(who, open)).number();
  }

  @Test
  void takesTheNoticeOfAnAccidentWithItsDeadline() {
    var reported = (Answer.AccidentReported) ask(me, new Effect.ReportAccident(Forms.accident()));

    assertThat(reported.number()).matches("JKK-2026-[0-9]{6}");
    assertThat(reported.deadline()).isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
  }

  @Test
  void saysWhenSomebodyWillAnswer() {
    var opened =
        (Answer.TicketOpened) ask(me, new Effect.OpenTicket("petugas", "mau bicara orang"));

    assertThat(opened.number()).matches("TKT-2026-[0-9]{6}");
    assertThat(opened.until()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
  }

  @Test
  void findsADraftFromAnotherNumber() {
    Map<String, Object> draft = Map.of("nama", "Wagiman Hartono", "bulan", 3);
    var born = LocalDate.of(1988, 2, 3);
    var first = (Answer.DraftKept) ask(me, new Effect.KeepDraft(born, Map.of("nama", "W")));
    var code = ((Answer.DraftKept) ask(me, new Effect.KeepDraft(born, draft))).code();
    var typed = new Code(code.text().toLowerCase(Locale.ROOT).replace("-", " "));

    assertThat(first.code()).isEqualTo(code);
    assertThat(ask(other, new Effect.FindDraft(typed, born)))
        .isEqualTo(new Answer.DraftFound(draft));
    for (int i = 0; i < 3; i++) {
      assertThat(ask(other, new Effect.FindDraft(code, born.plusDays(1))))
          .isEqualTo(new Answer.NotIdentified());
    }
    assertThat(ask(other, new Effect.FindDraft(code, born)))
        .isInstanceOf(Answer.TooManyTries.class);
  }

  @Test
  void forgetsTheDraftOfWhatWasSubmitted() {
    var born = LocalDate.of(1988, 2, 3);
    var kept = (Answer.DraftKept) ask(me, new Effect.KeepDraft(born, Map.of("nama", "W")));
    ask(me, new Effect.SubmitEnrollment(Forms.enrolment(NOBODY)));

    assertThat(ask(me, new Effect.FindDraft(kept.code(), born)))
        .isEqualTo(new Answer.NotIdentified());
  }

  /// The branch looks for the NIK when the family cannot tell it.
  @Test
  void opensAClaimWithoutTheNik() {
    var form = Forms.claim(SLAMET, List.of());
    var dead = form.deceased();
    var without = new ClaimForm.Deceased(dead.name(), null, dead.died(), dead.cause(), null);
    var open = new Effect.OpenClaim(new ClaimForm(without, form.heir(), List.of()));
    var opened = (Answer.ClaimOpened) ask(me, open);
    assertThat(claims(me)).extracting(Answer.Matter::number).containsExactly(opened.number());
  }

  @Test
  void takesConsentsAndPapersOnce() {
    var id = EffectId.of(me, 1, 0);
    await(records().tell(me, id, new Effect.RecordConsent("enroll", "2026-11")));
    await(records().tell(me, id, new Effect.RecordConsent("enroll", "2026-11")));
    var opened = (Answer.ClaimOpened) ask(me, new Effect.OpenClaim(Forms.claim(SLAMET, List.of())));
    tell(me, new Effect.AddPaper(opened.number(), "no-such-file", "ktp"));
    tell(me, new Effect.AddPaper("JKM-1999-000001", "no-such-file", "ktp"));
  }

  @Test
  void takesAnyCharacters() {
    String any = "\u0000\uD800\uFFFF'; drop table persons; -- \uD83D\uDE00";
    var form = Forms.claim(SLAMET, List.of(new ClaimForm.Paper(any, any)));
    var claim =
        new ClaimForm(
            new ClaimForm.Deceased(any, SLAMET, LocalDate.of(2026, 11, 18), any, null),
            new ClaimForm.Heir(any, form.heir().relation(), null),
            form.papers());

    assertThat(ask(me, new Effect.OpenClaim(claim))).isInstanceOf(Answer.ClaimOpened.class);
    assertThat(ask(me, new Effect.OpenTicket(any, any))).isInstanceOf(Answer.TicketOpened.class);
    assertThat(ask(me, new Effect.Identify(NOBODY, SLAMET_BORN, new Code(any))))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(me, new Effect.FindDraft(new Code(any), SLAMET_BORN)))
        .isEqualTo(new Answer.NotIdentified());
    tell(me, new Effect.AddPaper(any, any, any));
  }

  private List<Answer.Matter> claims(ConversationId who) {
    return ((Answer.StatusRead) ask(who, new Effect.ReadClaims())).status().claims();
  }

  protected Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return await(records().ask(who, EffectId.of(who, 1000 + version, 0), ask));
  }

  protected void tell(ConversationId who, Effect effect) {
    version++;
    await(records().tell(who, EffectId.of(who, 1000 + version, 0), effect));
  }

  private Answer.Status status(ConversationId who, String person) {
    return ((Answer.StatusRead) ask(who, new Effect.ReadStatus(person))).status();
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
