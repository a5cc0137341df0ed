package id.kentongan.integrations.postgres.privacy;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.privacy.PrivacyDesk.Opened;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.records.Verify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody comes to the branch and asks what is kept of them.
class PrivacyDeskTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281233445566");
  private static final Nik NIK = new Nik("3510170302889123");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private final PrivacyDesk desk =
      new PrivacyDesk(
          test.database(), TestDatabase.KEY, clock, Branch.ZONE, () -> new Retention(30, 10, 20));
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void whatIsKeptIsToldWithNumbersMaskedAndTheLookIsWrittenDown() {
    long person = enrolled();
    var opened = (Opened.Person) await(desk.open("dimas", person)).orElseThrow();
    assertThat(opened.known().who().nik()).isEqualTo(NIK.masked());
    assertThat(opened.known().counts().enrolments()).isOne();
    assertThat(opened.known().consents()).hasSize(1);
    assertThat(opened.known().conversations()).extracting(c -> c.shared()).containsExactly(false);
    assertThat(opened.proof()).isNull();
    assertThat(test.texts("select act || ' ' || matter from audit where officer = 'dimas'"))
        .containsExactly("look person/" + person);
    assertThat(await(desk.open("dimas", 4711))).isEmpty();
  }

  @Test
  void aConsentThatIsTakenBackEndsRemindersAndDrafts() {
    long person = enrolled();
    assertThat(await(desk.withdraw("dimas", person))).isTrue();
    assertThat(test.count("select count(*) from consents where withdrawn is null")).isZero();
    assertThat(test.count("select count(*) from reminder_wishes where not wanted")).isOne();
    assertThat(test.count("select count(*) from drafts")).isZero();
    assertThat(test.count("select count(*) from enrolments")).isOne();
    assertThat(await(desk.withdraw("dimas", 4711))).isFalse();
  }

  @Test
  void twoOfficersEraseAndThePersonIsToldTheProof() {
    long person = enrolled();
    assertThat(await(desk.erase("dimas", person))).isEqualTo(Moved.SIGNED);
    assertThat(await(desk.erase("dimas", person))).isEqualTo(Moved.SIGNED_BEFORE);
    assertThat(test.texts("select name from persons")).contains("Wagiman Hartono");
    assertThat(await(desk.erase("ayu", person))).isEqualTo(Moved.DONE);

    assertThat(test.texts("select name from persons")).doesNotContain("Wagiman Hartono");
    assertThat(test.count("select count(*) from enrolments")).isZero();
    var gone = (Opened.Gone) await(desk.open("dimas", person)).orElseThrow();
    assertThat(notices()).containsExactly(gone.proof().code());
    assertThat(await(new Verify(test.database(), TestDatabase.KEY).code(gone.proof().code())))
        .isInstanceOf(Verify.Result.Erased.class);
    assertThat(await(desk.erase("dimas", person))).isEqualTo(Moved.NO);
    assertThat(await(desk.withdraw("dimas", person))).isFalse();
  }

  @Test
  void whatLawKeepsStaysAndTheProofIsShownBesideIt() {
    long person = enrolled();
    paid();
    await(desk.erase("dimas", person));
    await(desk.erase("ayu", person));
    var opened = (Opened.Person) await(desk.open("dimas", person)).orElseThrow();
    assertThat(opened.kept()).extracting(kept -> kept.kind()).containsExactly("membership");
    assertThat(opened.known().conversations()).isEmpty();
    Erasures.Proof proof = opened.proof();
    assertThat(proof).isNotNull();
    assertThat(notices()).containsExactly(proof == null ? "" : proof.code());
  }

  @Test
  void thatSomebodyBlockedUsGoesWithTheRest() {
    long person = enrolled();
    await(
        test.database()
            .transact(handle -> handle.execute("update talks set gone = ?", clock.instant())));
    await(desk.erase("dimas", person));
    await(desk.erase("ayu", person));
    assertThat(test.count("select count(*) from talks where gone is not null")).isZero();
  }

  @Test
  void whatOneOfficerSignedGoesWithWhoEndsItThemselves() {
    long person = enrolled();
    await(desk.erase("dimas", person));
    assertThat(test.count("select count(*) from signatures")).isOne();
    ask(new Effect.EraseMyData(Long.toString(person), new Retention(30, 10, 20)));
    assertThat(test.count("select count(*) from signatures")).isZero();
    assertThat(await(desk.erase("ayu", person))).isEqualTo(Moved.NO);
  }

  @Test
  void whatOneOfficerSignedGoesAlsoWhereLawKeepsThePersonForNow() {
    long person = enrolled();
    paid();
    await(desk.erase("dimas", person));
    ask(new Effect.EraseMyData(Long.toString(person), new Retention(30, 10, 20)));
    assertThat(await(desk.open("ayu", person)).orElseThrow()).isInstanceOf(Opened.Person.class);
    assertThat(test.count("select count(*) from signatures")).isZero();
  }

  /// The contribution of this month and the next is paid.
  private void paid() {
    test.count(
        "with paid as (insert into memberships (reference, person, programmes, since, paid_until)"
            + " select 'ref-1', id, 'JKK,JKM', '2026-11-01', '2026-12-01' from persons"
            + " where name = 'Wagiman Hartono' on conflict (person) do update"
            + " set paid_until = excluded.paid_until returning 1) select count(*) from paid");
  }

  private long enrolled() {
    var form = Forms.enrolment(NIK);
    ask(new Effect.KeepDraft(form.person().birthDate(), java.util.Map.of("isi", "x")));
    var enrolled = (Answer.Enrolled) ask(new Effect.SubmitEnrollment(form));
    await(records.tell(WHO, next(), new Effect.RecordConsent("enroll", "2026-11")));
    await(records.tell(WHO, next(), new Effect.SetReminders(true, 8)));
    return Long.parseLong(enrolled.person());
  }

  private java.util.List<String> notices() {
    return await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10)).stream()
        .map(Notices.Waiting::notice)
        .map(notice -> ((Notice.Erased) notice).proof().text())
        .toList();
  }

  private Answer ask(Effect.Ask ask) {
    return await(records.ask(WHO, next(), ask));
  }

  private EffectId next() {
    version++;
    return EffectId.of(WHO, version, 0);
  }
}
