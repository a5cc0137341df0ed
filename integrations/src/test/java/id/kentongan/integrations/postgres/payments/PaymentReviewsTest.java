package id.kentongan.integrations.postgres.payments;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.matters.Moved;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The form of [Forms] owes 37.600 for three months.
class PaymentReviewsTest {
  private static final Content CONTENT = TestContent.load();
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final Nik NIK = new Nik("3510170302889123");
  private static final Nik NOBODY = new Nik("3510170302889124");
  private static final long DUE = 37_600;

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final Payments.Time time = new Payments.Time(clock, Branch.ZONE);
  private final Payments payments =
      new Payments(test.database(), TestDatabase.KEY, CONTENT::tariffs, true, time);
  private final PaymentReviews reviews =
      new PaymentReviews(test.database(), TestDatabase.KEY, CONTENT::tariffs, true, time);
  private final Answer.Enrolled enrolled = enrol(ME, NIK);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void aWrongNumberIsGivenToWhoseItIsAndPaysAtOnce() {
    String number = pay("p1", NOBODY, DUE);
    var waiting = TestDatabase.await(reviews.all(true));
    assertThat(waiting)
        .singleElement()
        .extracting(PaymentReviews.Line::reason)
        .isEqualTo("UNKNOWN");
    assertThat(TestDatabase.await(reviews.again("ayu", number))).isEqualTo(Moved.NO);

    assertThat(TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NOBODY))))
        .isEqualTo(Moved.NO);
    var to = new Payer.ByEnrolment(enrolled.number());
    assertThat(TestDatabase.await(reviews.assign("ayu", number, to))).isEqualTo(Moved.DONE);
    assertThat(told().getLast()).isInstanceOf(Notice.Paid.class);
    assertThat(TestDatabase.await(reviews.all(true))).isEmpty();
    assertThat(TestDatabase.await(reviews.assign("ayu", number, to))).isEqualTo(Moved.NO);
    assertThat(test.texts("select act from audit order by place")).contains("assign");
  }

  @Test
  void tooLittleIsAcceptedForTheMonthsThatTwoOfficersName() {
    String number = pay("p1", NIK, 10_000);
    assertThat(TestDatabase.await(reviews.accept("ayu", number, 1))).isEqualTo(Moved.SIGNED);
    assertThat(TestDatabase.await(reviews.accept("ayu", number, 1))).isEqualTo(Moved.SIGNED_BEFORE);
    assertThat(TestDatabase.await(reviews.accept("dimas", number, 2))).isEqualTo(Moved.SIGNED);
    var opened = TestDatabase.await(reviews.open("dimas", number)).orElseThrow();
    assertThat(opened.signed()).hasSize(2);
    assertThat(opened.line().whose().enrolment()).isEqualTo(enrolled.number());
    assertThat(TestDatabase.await(reviews.accept("dimas", number, 1))).isEqualTo(Moved.DONE);

    var paid = (Notice.Paid) told().getLast();
    assertThat(paid.amount()).isEqualTo(new Rupiah(10_000));
    assertThat(paid.until()).isEqualTo(YearMonth.of(2026, 11));
    assertThat(test.texts("select state from enrolments")).containsExactly("ACTIVE");
    assertThat(TestDatabase.await(reviews.all(false)))
        .singleElement()
        .extracting(PaymentReviews.Line::state)
        .isEqualTo("TAKEN");
  }

  @Test
  void whatWasSignedIsSignedAnewOnceItIsFoundToBeOfSomebodyElse() {
    String number = pay("p1", NIK, 10_000);
    assertThat(TestDatabase.await(reviews.accept("ayu", number, 1))).isEqualTo(Moved.SIGNED);
    var to = new Payer.ByEnrolment(enrolled.number());
    assertThat(TestDatabase.await(reviews.assign("rini", number, to))).isEqualTo(Moved.DONE);
    assertThat(TestDatabase.await(reviews.open("rini", number)).orElseThrow().signed()).isEmpty();
    assertThat(TestDatabase.await(reviews.accept("dimas", number, 1))).isEqualTo(Moved.SIGNED);
    assertThat(TestDatabase.await(reviews.giveBack("ayu", number))).isEqualTo(Moved.SIGNED);
    assertThat(TestDatabase.await(reviews.accept("ayu", number, 1))).isEqualTo(Moved.DONE);
    assertThat(test.count("select count(*) from signatures")).as("of what was not done").isZero();
  }

  @Test
  void tooMuchGoesBackWithTwoSignaturesAndThePersonIsTold() {
    String number = pay("p1", NIK, 50_000);
    assertThat(TestDatabase.await(reviews.giveBack("ayu", number))).isEqualTo(Moved.SIGNED);
    assertThat(TestDatabase.await(reviews.giveBack("dimas", number))).isEqualTo(Moved.DONE);
    assertThat(TestDatabase.await(reviews.giveBack("dimas", number))).isEqualTo(Moved.NO);
    assertThat(told().getLast()).isEqualTo(new Notice.PaymentReturned(new Rupiah(50_000)));
    assertThat(test.texts("select state from payments")).containsExactly("RETURNED");
    assertThat(test.texts("select state from enrolments")).containsExactly("WAITING");
  }

  @Test
  void aRestingMembershipComesBackFromTheMonthOfThePaymentWhenTwoOfficersSaySo() {
    pay("p1", NIK, DUE);
    clock.advance(Duration.ofDays(200));
    String number = pay("p2", NIK, 18_800);
    assertThat(TestDatabase.await(reviews.all(true)))
        .singleElement()
        .satisfies(line -> assertThat(line.whose().name()).isEqualTo("Wagiman Hartono"));
    TestDatabase.await(reviews.accept("ayu", number, 1));
    assertThat(TestDatabase.await(reviews.accept("dimas", number, 1))).isEqualTo(Moved.DONE);
    assertThat(((Notice.Paid) told().getLast()).from()).isEqualTo(YearMonth.of(2027, 6));
  }

  @Test
  void ofWhomTheOwnerIsFoundThePaymentIsTheirsThoughNothingIsOpenToPay() {
    pay("p1", NIK, DUE);
    clock.advance(Duration.ofDays(200));
    String number = pay("p2", NOBODY, 18_800);
    assertThat(TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NIK))))
        .isEqualTo(Moved.DONE);
    var line = TestDatabase.await(reviews.all(true)).getFirst();
    assertThat(line.reason()).isEqualTo("LAPSED");
    assertThat(line.whose().name()).isEqualTo("Wagiman Hartono");
    TestDatabase.await(reviews.accept("ayu", number, 1));
    assertThat(TestDatabase.await(reviews.accept("dimas", number, 1))).isEqualTo(Moved.DONE);
    assertThat(((Notice.Paid) told().getLast()).from()).isEqualTo(YearMonth.of(2027, 6));
  }

  @Test
  void whoWasTakenForTheOwnerIsNotToldWhatIsDecidedForTheRightOne() {
    String number = pay("p1", NIK, 10_000);
    var other = new ConversationId("telegram", "4712");
    var second = enrol(other, NOBODY);
    test.count(
        "with checked as (update enrolments set state = 'CHECKING' where number = '"
            + second.number()
            + "' returning 1) select count(*) from checked");
    assertThat(TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NOBODY))))
        .isEqualTo(Moved.DONE);
    assertThat(TestDatabase.await(reviews.all(true)).getFirst().whose().enrolment()).isNull();
    TestDatabase.await(reviews.giveBack("ayu", number));
    TestDatabase.await(reviews.giveBack("dimas", number));
    assertThat(toldOf(Notice.PaymentReturned.class))
        .extracting(Notices.Waiting::conversation)
        .containsExactly(other);
  }

  @Test
  void whoWaitsForTheOfficersIsToldSoOnceHoweverOftenItIsSettledAgain() {
    String number = pay("p1", NIK, 10_000);
    TestDatabase.await(reviews.again("ayu", number));
    TestDatabase.await(reviews.again("dimas", number));
    TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NIK)));
    assertThat(doubted())
        .containsExactly(new Notice.PaymentDoubted(new Rupiah(10_000), new Rupiah(DUE)));
  }

  @Test
  void whoseMembershipRestsIsToldThatThePaymentIsLookedAt() {
    pay("p1", NIK, DUE);
    clock.advance(Duration.ofDays(200));
    String number = pay("p2", NIK, 18_800);
    TestDatabase.await(reviews.again("ayu", number));
    assertThat(doubted()).containsExactly(new Notice.PaymentDoubted(new Rupiah(18_800), null));
  }

  @Test
  void whoWasTakenForTheOwnerIsToldThatItIsSomebodyElses() {
    String number = pay("p1", NIK, 10_000);
    var other = new ConversationId("telegram", "4712");
    enrol(other, NOBODY);
    TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NOBODY)));
    TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NOBODY)));
    assertThat(toldOf(Notice.PaymentOfOther.class))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.conversation()).isEqualTo(ME);
              assertThat(told.notice()).isEqualTo(new Notice.PaymentOfOther(new Rupiah(10_000)));
            });
    assertThat(toldOf(Notice.PaymentDoubted.class))
        .extracting(Notices.Waiting::conversation)
        .containsExactly(ME, other);
  }

  @Test
  void whoEnrolledBothIsNotToldThatItIsSomebodyElses() {
    String number = pay("p1", NIK, 10_000);
    enrol(ME, NOBODY);
    TestDatabase.await(reviews.assign("ayu", number, new Payer.ByNik(NOBODY)));
    assertThat(toldOf(Notice.PaymentOfOther.class)).isEmpty();
  }

  private String pay(String id, Nik nik, long amount) {
    var payer = new Payer.ByNik(nik);
    TestDatabase.await(
        payments.take(new Payment(id, payer, new Rupiah(amount), clock.instant(), "BRILink")));
    return Objects.requireNonNull(
        test.texts("select number from payments where id = '" + id + "'").getFirst());
  }

  private Answer.Enrolled enrol(ConversationId who, Nik nik) {
    var form = new Effect.SubmitEnrollment(Forms.enrolment(nik));
    EffectId id = EffectId.of(who, nik.equals(NIK) ? 1 : 2, 0);
    return (Answer.Enrolled) TestDatabase.await(test.records(clock).ask(who, id, form));
  }

  private List<Notice> told() {
    return waiting().stream().map(Notices.Waiting::notice).toList();
  }

  private List<Notice> doubted() {
    return toldOf(Notice.PaymentDoubted.class).stream().map(Notices.Waiting::notice).toList();
  }

  private List<Notices.Waiting> toldOf(Class<? extends Notice> kind) {
    return waiting().stream().filter(waiting -> kind.isInstance(waiting.notice())).toList();
  }

  private List<Notices.Waiting> waiting() {
    return TestDatabase.await(
        new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10));
  }
}
