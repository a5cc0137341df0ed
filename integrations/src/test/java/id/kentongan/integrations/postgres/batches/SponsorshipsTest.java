package id.kentongan.integrations.postgres.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.roll.RollDefaults;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.talk.Sponsored.State;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.batches.SponsorshipDesk.Came;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.payments.Payments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people of one village, three months, two programmes at the lowest band: 16.800 each month,
/// as it is not known that the discount holds for a village.
class SponsorshipsTest {
  private static final Content CONTENT = TestContent.load();
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final String VILLAGE = "35.10.04.2005";
  private static final String OTHER = "35.10.04.2003";
  private static final Nik BUDI = new Nik("3510041708850001");
  private static final String TWO =
      """
      Budi; 3510041708850001; petani
      Siti; 3510045708900002; jualan sayur
      Joko; 351004170885003; nelayan
      """;
  private static final Rupiah SUM = new Rupiah(2 * 3 * 16_800);

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final Batches.Time time = new Batches.Time(clock, Branch.ZONE);
  private final PostgresRegistry core = new PostgresRegistry(test.database(), TestDatabase.KEY);
  private final Batches batches =
      new Batches(test.database(), TestDatabase.KEY, core, CONTENT::tariffs, time);
  private final Sponsorships sponsorships =
      new Sponsorships(test.database(), TestDatabase.KEY, CONTENT::tariffs, time);
  private final SponsorshipDesk desk = new SponsorshipDesk(test.database(), TestDatabase.KEY, time);
  private final SponsorshipRun run =
      new SponsorshipRun(test.database(), TestDatabase.KEY, core, CONTENT::tariffs, time);
  private int version;

  @BeforeEach
  void logIn() {
    var invited = new Agents.Invited("Rina", Organisation.named("BUMDesma Maju"), List.of(VILLAGE));
    var agents = new Agents(test.database(), TestDatabase.KEY, clock);
    var invitation = TestDatabase.await(agents.invite("dimas", invited));
    TestDatabase.await(
        test.records(clock).ask(RINA, next(), new Effect.LogInAgent(invitation.code())));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void twoOfficersApproveWithinTheBudgetAndAllAreEnrolledAndTold() {
    Sponsored sent = send(TWO);
    assertThat(sent)
        .isEqualTo(new Sponsored("ADD-2026-000001", VILLAGE, 2, 3, SUM, State.WAITING, null));
    assertThat(test.texts("select state from batch_rows order by line"))
        .containsExactly("READY", "READY", "SKIPPED");
    assertThat(approve("ayu")).isEqualTo(Came.NO_BUDGET);
    budget(SUM.amount() - 1);
    assertThat(approve("ayu")).isEqualTo(Came.OVER_BUDGET);
    budget(1_000_000);
    assertThat(approve("ayu")).isEqualTo(Came.SIGNED);
    assertThat(approve("ayu")).isEqualTo(Came.SIGNED_BEFORE);
    assertThat(test.count("select count(*) from enrolments")).isZero();
    assertThat(approve("dimas")).isEqualTo(Came.DONE);
    assertThat(approve("dimas")).isEqualTo(Came.NO);

    assertThat(TestDatabase.await(run.all())).isEqualTo(1);
    assertThat(TestDatabase.await(run.all())).isZero();
    assertThat(test.texts("select total::text from enrolments")).containsExactly("50400", "50400");
    Rupiah left = new Rupiah(1_000_000 - SUM.amount());
    assertThat(moved())
        .containsExactly(
            new Sponsored("ADD-2026-000001", VILLAGE, 2, 3, SUM, State.APPROVED, left),
            new Sponsored("ADD-2026-000001", VILLAGE, 2, 3, SUM, State.DONE, left));
    assertThat(test.texts("select act from audit where officer <> 'dimas' order by place"))
        .contains("send ADD-2026-000001", "sign APPROVED", "enrol");
  }

  @Test
  void aListOnItsWayIsNeitherEnrolledBySayingYesNorSentTwice() {
    send(TWO);
    Answer again = ask(new Effect.SponsorBatch(terms("1")));
    assertThat(((Answer.SponsorshipRead) again).sponsored().number()).isEqualTo("ADD-2026-000001");
    TestDatabase.await(batches.confirm(RINA, terms("1")));
    TestDatabase.await(batches.run(RINA, "1"));
    assertThat(test.count("select count(*) from enrolments")).isZero();
    assertThat(TestDatabase.await(batches.read(RINA))).isInstanceOf(Answer.NoBatch.class);
    assertThat(test.count("select count(*) from sponsorships")).isEqualTo(1);
  }

  @Test
  void aRefusedListIsForgottenAndCanBeSentAnew() {
    send(TWO);
    assertThat(TestDatabase.await(desk.refuse("ayu", "ADD-2026-000001", "Kurang surat desa.")))
        .isEqualTo(Came.DONE);
    assertThat(test.count("select count(*) from batch_rows")).isZero();
    assertThat(notices().getLast())
        .isInstanceOfSatisfying(
            Notice.SponsorshipMoved.class,
            notice -> {
              assertThat(notice.words()).isEqualTo("Kurang surat desa.");
              assertThat(notice.now().state()).isEqualTo(State.REFUSED);
            });
    assertThat(send(TWO).number()).isEqualTo("ADD-2026-000002");
  }

  @Test
  void aListOfSeveralVillagesBecomesOneForEach() {
    String list = "Ani; 3510045708900009; petani; 1 juta; Kedungasri\n" + TWO;
    String batch = take(list).stand().batch();
    var sent = ((Answer.SponsorshipsRead) ask(new Effect.SponsorBatch(terms(batch)))).all();
    assertThat(sent)
        .extracting(Sponsored::number, Sponsored::village, Sponsored::people)
        .containsExactly(tuple("ADD-2026-000001", OTHER, 1), tuple("ADD-2026-000002", VILLAGE, 2));
    assertThat(sent.getLast().total()).isEqualTo(SUM);
    assertThat(ask(new Effect.SponsorBatch(terms(batch))))
        .isEqualTo(new Answer.SponsorshipsRead(sent));
    assertThat(TestDatabase.await(batches.read(RINA))).isInstanceOf(Answer.NoBatch.class);
    assertThat(states()).containsExactly("ready", "ready", "ready", "skipped");

    budget(1_000_000);
    approve("ayu", "ADD-2026-000002");
    approve("dimas", "ADD-2026-000002");
    TestDatabase.await(run.all());
    assertThat(test.texts("select village from persons")).containsExactly(VILLAGE, VILLAGE);
    assertThat(states()).containsExactly("ready", "enrolled", "enrolled", "skipped");

    assertThat(TestDatabase.await(desk.refuse("ayu", "ADD-2026-000001", "Belum.")))
        .isEqualTo(Came.DONE);
    assertThat(take(list).stand().counts())
        .extracting(BatchStand.Counts::ready, BatchStand.Counts::known)
        .containsExactly(1, 2);
  }

  @Test
  void whoWaitsInAnotherListIsNotAskedForAgain() {
    send(TWO);
    Answer.BatchStands again = take("Budi; 3510041708850001; petani\nDewi; 3510045708900010; ojek");
    assertThat(again.stand().counts().ready()).isEqualTo(1);
    assertThat(again.known())
        .extracting(BatchStand.Known::why, BatchStand.Known::other)
        .containsExactly(tuple(BatchStand.Known.Why.EARLIER, "ADD-2026-000001"));
  }

  @Test
  void thePeopleWhoArePaidForAreGoneOnWithOnceByEitherPrice() {
    send(TWO);
    budget(1_000_000);
    approve("ayu");
    approve("dimas");
    TestDatabase.await(run.all());
    assertThat(renew(6, false)).isEqualTo(new Answer.Refused("nothing-to-renew"));
    assertThat(pay("p1", 50_400)).isInstanceOf(Settled.Taken.class);

    clock.advance(Duration.ofDays(70));
    Sponsored offer = ((Answer.SponsorshipRead) renew(2, false)).sponsored();
    assertThat(offer.people()).isEqualTo(1);
    assertThat(offer.total()).isEqualTo(new Rupiah(2 * 16_800));
    Sponsored sent = ((Answer.SponsorshipRead) renew(2, true)).sponsored();
    assertThat(sent.number()).isEqualTo("ADD-2027-000002");
    assertThat(renew(2, true)).isEqualTo(new Answer.Refused("nothing-to-renew"));
    budget(500_000);
    assertThat(TestDatabase.await(desk.approve("ayu", sent.number()))).isEqualTo(Came.SIGNED);
    assertThat(TestDatabase.await(desk.approve("dimas", sent.number()))).isEqualTo(Came.DONE);
    assertThat(moved().getLast().state()).isEqualTo(State.DONE);
    assertThat(pay("p2", 33_600)).isInstanceOf(Settled.Taken.class);
  }

  @Test
  void theDiscountedPriceIsTakenToo() {
    send(TWO);
    budget(1_000_000);
    approve("ayu");
    approve("dimas");
    TestDatabase.await(run.all());
    assertThat(pay("p1", 8_400 + 8_400 + 16_800)).isInstanceOf(Settled.Taken.class);
  }

  private EffectId next() {
    version++;
    return EffectId.of(RINA, version, 0);
  }

  private Answer ask(Effect.SponsorAsk ask) {
    return TestDatabase.await(sponsorships.ask(RINA, next(), ask));
  }

  private Answer renew(int months, boolean send) {
    return ask(new Effect.RenewSponsored("ADD-2026-000001", months, send));
  }

  private Came approve(String officer) {
    return approve(officer, "ADD-2026-000001");
  }

  private Came approve(String officer, String number) {
    return TestDatabase.await(desk.approve(officer, number));
  }

  /// What became of the rows of the list that was sent last.
  private List<String> states() {
    return TestDatabase.await(batches.lines(RINA, "")).orElseThrow().stream()
        .map(BatchLine::state)
        .toList();
  }

  private void budget(long amount) {
    clock.advance(Duration.ofSeconds(1));
    TestDatabase.await(desk.budget("ayu", VILLAGE, new Rupiah(amount)));
  }

  private Settled pay(String id, long amount) {
    var payments =
        new Payments(
            test.database(),
            TestDatabase.KEY,
            CONTENT::tariffs,
            true,
            new Payments.Time(clock, Branch.ZONE));
    var payer = new Payer.ByNik(BUDI);
    return TestDatabase.await(
        payments.take(new Payment(id, payer, new Rupiah(amount), clock.instant(), "BRILink")));
  }

  private static Effect.ConfirmBatch terms(String batch) {
    return new Effect.ConfirmBatch(batch, Programme.basic(), YearMonth.of(2026, 11), 3, "1");
  }

  private Answer.BatchStands take(String list) {
    var today = LocalDate.of(2026, 11, 20);
    var defaults = RollDefaults.of(CONTENT, VILLAGE, YearMonth.of(2026, 11));
    var rows =
        new RollReader(CONTENT, today, defaults).read(PastedRoll.lines(list, CONTENT.parsers()));
    byte[] content = list.getBytes(StandardCharsets.UTF_8);
    return (Answer.BatchStands) TestDatabase.await(batches.take(RINA, next(), content, rows));
  }

  private Sponsored send(String list) {
    Answer answer = ask(new Effect.SponsorBatch(terms(take(list).stand().batch())));
    return ((Answer.SponsorshipRead) answer).sponsored();
  }

  private List<Notice> notices() {
    var notices = new PostgresNotices(test.database(), TestDatabase.KEY);
    return TestDatabase.await(notices.waiting(0, 20)).stream()
        .map(Notices.Waiting::notice)
        .toList();
  }

  private List<Sponsored> moved() {
    return notices().stream()
        .map(notice -> Objects.requireNonNull((Notice.SponsorshipMoved) notice).now())
        .toList();
  }
}
