package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Tariffs.Discount;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A farmer of the second band, paid until January 2027: 9.400 until December 2026, then 18.800.
class DiscountEndingTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final Nik NIK = new Nik("3510170302889123");

  private final Content content = YamlContent.load(Path.of("../config")).content();
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records =
      new PostgresRecords(
          test.database(),
          TestDatabase.KEY,
          new PostgresRegistry(test.database(), TestDatabase.KEY),
          clock,
          Branch.OFFICES,
          Branch.ZONE);
  private final DiscountEnding ending =
      new DiscountEnding(
          test.database(), TestDatabase.KEY, content.rules(), content.tariffs(), clock);

  @BeforeEach
  void pay() {
    var submit = new Effect.SubmitEnrollment(Forms.enrolment(NIK));
    TestDatabase.await(records.ask(ME, EffectId.of(ME, 1, 0), submit));
    var time = new Payments.Time(clock, Branch.ZONE);
    var payments = new Payments(test.database(), TestDatabase.KEY, content.tariffs(), true, time);
    var payer = new Payment.Payer.ByNik(NIK);
    TestDatabase.await(
        payments.take(new Payment("p", payer, new Rupiah(37_600), clock.instant(), "Pos")));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void isToldOnceInTheMorningWhatItIsAndWhatItBecomes() {
    assertThat(toldOn("2026-12-09T02:00:00Z")).as("22 days before").isZero();
    assertThat(toldOn("2026-12-09T22:00:00Z")).as("5 in the morning").isZero();
    assertThat(toldOn("2026-12-10T01:30:00Z")).isEqualTo(1);
    assertThat(toldOn("2026-12-10T02:30:00Z")).isZero();
    assertThat(toldOn("2026-12-30T02:30:00Z")).isZero();

    assertThat(ends())
        .containsExactly(
            new Notice.DiscountEnds(YearMonth.of(2026, 12), new Rupiah(9_400), new Rupiah(18_800)));
  }

  @Test
  void nobodyIsToldAfterTheLastMonth() {
    assertThat(toldOn("2027-01-01T02:00:00Z")).isZero();
  }

  @Test
  void aDriverIsToldInMarch() {
    sector("TRANSPORT");
    assertThat(toldOn("2026-12-28T02:00:00Z")).isZero();
    assertThat(toldOn("2027-03-15T02:00:00Z")).isEqualTo(1);
    assertThat(ends())
        .extracting(Notice.DiscountEnds::until)
        .containsExactly(YearMonth.of(2027, 3));
  }

  @Test
  void whoHasBeenUnpaidForMonthsIsNotTold() {
    TestDatabase.await(
        test.database()
            .transact(h -> h.execute("update memberships set paid_until = date '2026-09-01'")));
    assertThat(toldOn("2026-12-15T02:00:00Z")).isZero();
  }

  @Test
  void whoRefusedRemindersIsNotToldAndOthersInTheirHour() {
    wish(new Effect.SetReminders(false, 0), 2);
    assertThat(toldOn("2026-12-15T02:00:00Z")).isZero();
    wish(new Effect.SetReminders(true, 16), 3);
    assertThat(toldOn("2026-12-15T08:59:00Z")).isZero();
    assertThat(toldOn("2026-12-15T09:00:00Z")).isEqualTo(1);
  }

  @Test
  void aDiscountThatGoesOnIsNotToldToEnd() {
    var tariffs = content.tariffs();
    var longer =
        tariffs.discounts().stream()
            .map(d -> new Discount(d.sector(), d.share(), d.from(), d.until().plusMonths(12)));
    var more = Stream.concat(tariffs.discounts().stream(), longer).toList();
    var told = new Tariffs(tariffs.tariffs(), more, tariffs.payers());
    var ending =
        new DiscountEnding(test.database(), TestDatabase.KEY, content.rules(), told, clock);
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-15T02:00:00Z")));
    assertThat(TestDatabase.await(ending.tell())).isZero();
  }

  private void sector(String sector) {
    TestDatabase.await(
        test.database().transact(h -> h.execute("update persons set sector = ?", sector)));
    TestDatabase.await(
        test.database()
            .transact(h -> h.execute("update memberships set paid_until = date '2027-02-01'")));
  }

  private void wish(Effect.SetReminders wish, int version) {
    TestDatabase.await(records.tell(ME, EffectId.of(ME, version, 0), wish));
  }

  private int toldOn(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    return TestDatabase.await(ending.tell());
  }

  private List<Notice.DiscountEnds> ends() {
    return TestDatabase.await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(20))
        .stream()
        .map(Notices.Waiting::notice)
        .filter(Notice.DiscountEnds.class::isInstance)
        .map(Notice.DiscountEnds.class::cast)
        .toList();
  }
}
