package id.kentongan.integrations.postgres.payments;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
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
import id.kentongan.integrations.Payment.Reason;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.records.Verify;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The form of [Forms]: band 2, two programmes, three months from November 2026, of which two are
/// discounted: 9.400 + 9.400 + 18.800.
class PaymentsTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final Nik NIK = new Nik("3510170302889123");
  private static final long DUE = 37_600;

  private final Content content = YamlContent.load(Path.of("../config")).content();
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRegistry registry = new PostgresRegistry(test.database(), TestDatabase.KEY);
  private final PostgresRecords records =
      new PostgresRecords(
          test.database(), TestDatabase.KEY, registry, clock, Branch.OFFICES, Branch.ZONE);
  private final Payments payments =
      new Payments(
          test.database(),
          TestDatabase.KEY,
          content::tariffs,
          true,
          new Payments.Time(clock, Branch.ZONE));
  private final Answer.Enrolled enrolled = enrol();

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void whatIsDueMakesTheMembershipActiveAndGivesAReceipt() {
    assertThat(take("p1", DUE)).isEqualTo(new Settled.Taken("BYR-2026-000001"));

    var paid = (Notice.Paid) told().getFirst();
    assertThat(paid.amount()).isEqualTo(new Rupiah(DUE));
    assertThat(paid.from()).isEqualTo(YearMonth.of(2026, 11));
    assertThat(paid.until()).isEqualTo(YearMonth.of(2027, 1));
    var member =
        TestDatabase.await(
                registry.member(NIK, java.time.LocalDate.ofInstant(clock.instant(), Branch.ZONE)))
            .orElseThrow();
    assertThat(member.membership().standing()).isEqualTo(Answer.Standing.UNDER_THREE_MONTHS);
    assertThat(member.membership().paidUntil()).isEqualTo(YearMonth.of(2027, 1));
    var checked = new Verify(test.database(), TestDatabase.KEY).code(paid.receipt().text());
    assertThat(TestDatabase.await(checked))
        .isEqualTo(
            new Verify.Result.Found(Verify.Kind.PAYMENT, "payment.taken", clock.instant(), false));
    assertThat(test.texts("select state from enrolments")).containsExactly("ACTIVE");
  }

  @Test
  void theSameNoticeTakesEffectOnceHoweverOftenAndAtOnceItComes() {
    var answers =
        IntStream.range(0, 8).mapToObj(i -> payments.take(payment("p1", DUE))).toList().stream()
            .map(TestDatabase::await)
            .distinct()
            .toList();

    assertThat(answers).containsExactly(new Settled.Taken(number("p1")));
    assertThat(told()).hasSize(1);
    assertThat(take("p1", DUE + 1)).isEqualTo(new Settled.Conflict());
    assertThat(test.count("select count(*) from payments")).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitWaitsForAnOfficerAndThePersonIsTold() {
    assertThat(take("less", 10_000)).isEqualTo(review("less", Reason.PARTIAL));
    assertThat(take("more", 50_000)).isEqualTo(review("more", Reason.OVER));

    assertThat(told())
        .containsExactly(
            new Notice.PaymentDoubted(new Rupiah(10_000), new Rupiah(DUE)),
            new Notice.PaymentDoubted(new Rupiah(50_000), new Rupiah(DUE)));
    assertThat(test.texts("select state from enrolments")).containsExactly("WAITING");
  }

  @Test
  void aNumberThatIsNobodysIsKept() {
    var stranger = new Payer.ByNik(new Nik("3510170302889124"));
    var settled =
        payments.take(new Payment("x", stranger, new Rupiah(8_400), clock.instant(), "Pos"));

    assertThat(TestDatabase.await(settled)).isEqualTo(review("x", Reason.UNKNOWN));
    assertThat(told()).isEmpty();
  }

  @Test
  void theNextMonthsGoOnWhereThePaidOnesEnd() {
    take("p1", DUE);
    clock.advance(Duration.ofDays(60));

    assertThat(take("p2", 2 * 18_800)).isEqualTo(new Settled.Taken(number("p2")));
    var paid = (Notice.Paid) told().getLast();
    assertThat(paid.from()).isEqualTo(YearMonth.of(2027, 2));
    assertThat(paid.until()).isEqualTo(YearMonth.of(2027, 3));
    assertThat(take("p3", 20_000)).isEqualTo(review("p3", Reason.OVER));
  }

  @Test
  void paymentsThatComeTogetherPayMonthAfterMonth() {
    take("p1", DUE);
    clock.advance(Duration.ofDays(60));

    var settled =
        IntStream.range(0, 4).mapToObj(i -> payments.take(payment("q" + i, 18_800))).toList();
    assertThat(settled.stream().map(TestDatabase::await))
        .allMatch(answer -> answer instanceof Settled.Taken);
    assertThat(test.texts("select paid_until::text from memberships"))
        .containsExactly("2027-05-01");
    assertThat(test.count("select count(distinct first_month) from payments")).isEqualTo(5);
  }

  @Test
  void whoPaysLaterThanPlannedPaysForTheMonthsFromThen() {
    clock.advance(Duration.ofDays(45));

    assertThat(take("p1", DUE)).isEqualTo(review("p1", Reason.PARTIAL));
    assertThat(take("p2", 3 * 18_800)).isEqualTo(new Settled.Taken(number("p2")));
    assertThat(((Notice.Paid) told().getLast()).from()).isEqualTo(YearMonth.of(2027, 1));
  }

  @Test
  void aRestingMembershipIsTheBranchsToBringBack() {
    take("p1", DUE);
    clock.advance(Duration.ofDays(200));

    assertThat(take("p2", 18_800)).isEqualTo(review("p2", Reason.LAPSED));
  }

  @Test
  void anEnrolmentIsPaidByItsNumberToo() {
    var payer = new Payer.ByEnrolment(enrolled.number());
    var settled = payments.take(new Payment("n", payer, new Rupiah(DUE), clock.instant(), "Pos"));

    assertThat(TestDatabase.await(settled)).isInstanceOf(Settled.Taken.class);
  }

  @Test
  void whoIsPaidForHasACardThatAnyoneCanCheckAndNobodyElseCanDraw() {
    var draw = new Effect.DrawCard(enrolled.person());
    assertThat(TestDatabase.await(records.ask(ME, EffectId.of(ME, 2, 0), draw)))
        .isEqualTo(new Answer.NoCard());
    take("p1", DUE);

    var card = (Answer.CardRead) TestDatabase.await(records.ask(ME, EffectId.of(ME, 3, 0), draw));
    assertThat(card.nik()).doesNotContain(NIK.digits().substring(4, 12));
    assertThat(card.membership().paidUntil()).isEqualTo(YearMonth.of(2027, 1));
    assertThat(TestDatabase.await(records.ask(ME, EffectId.of(ME, 4, 0), draw))).isEqualTo(card);
    var checked = new Verify(test.database(), TestDatabase.KEY).code(card.code().text());
    assertThat(TestDatabase.await(checked))
        .isInstanceOfSatisfying(
            Verify.Result.Found.class,
            found -> assertThat(found.kind()).isEqualTo(Verify.Kind.CARD));
    var other = new ConversationId("telegram", "4712");
    assertThat(TestDatabase.await(records.ask(other, EffectId.of(other, 1, 0), draw)))
        .isEqualTo(new Answer.NoCard());
  }

  private Answer.Enrolled enrol() {
    var submit = new Effect.SubmitEnrollment(Forms.enrolment(NIK));
    return (Answer.Enrolled) TestDatabase.await(records.ask(ME, EffectId.of(ME, 1, 0), submit));
  }

  private Settled take(String id, long amount) {
    return TestDatabase.await(payments.take(payment(id, amount)));
  }

  private Payment payment(String id, long amount) {
    return new Payment(id, new Payer.ByNik(NIK), new Rupiah(amount), clock.instant(), "BRILink");
  }

  private Settled review(String id, Reason reason) {
    return new Settled.Review(number(id), reason);
  }

  private String number(String id) {
    return Objects.requireNonNull(
        test.texts("select number from payments where id = '" + id + "'").getFirst());
  }

  private List<Notice> told() {
    return TestDatabase.await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10))
        .stream()
        .map(Notices.Waiting::notice)
        .toList();
  }
}
