package id.kentongan.integrations.postgres.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Tariffs.Discount;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.payments.PaidFarmer;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A farmer of the second band, paid until January 2027: 9.400 until December 2026, then 18.800.
class DiscountEndingTest {
  private final PaidFarmer farmer = new PaidFarmer();
  private final DiscountEnding ending =
      new DiscountEnding(
          farmer.test.database(),
          TestDatabase.KEY,
          farmer.content.rules(),
          farmer.content.tariffs(),
          farmer.clock);

  @AfterEach
  void disconnect() {
    farmer.close();
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
            new Notice.DiscountEnds(
                YearMonth.of(2026, 12), new Rupiah(9_400), new Rupiah(18_800), null));
  }

  @Test
  void nobodyIsToldAfterTheLastMonth() {
    assertThat(toldOn("2027-01-01T02:00:00Z")).isZero();
  }

  @Test
  void forWhomAVillagePaysUntilThenIsToldWhoPays() {
    farmer.sponsored("2026-11-01", 2);
    assertThat(toldOn("2026-12-10T01:30:00Z")).isEqualTo(1);
    assertThat(ends())
        .extracting(Notice.DiscountEnds::sponsored)
        .containsExactly(YearMonth.of(2026, 12));
  }

  @Test
  void forWhomAVillagePaysLongerIsNotTold() {
    farmer.sponsored("2026-11-01", 12);
    assertThat(toldOn("2026-12-10T01:30:00Z")).isZero();
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
        farmer
            .test
            .database()
            .transact(h -> h.execute("update memberships set paid_until = date '2026-09-01'")));
    assertThat(toldOn("2026-12-15T02:00:00Z")).isZero();
  }

  @Test
  void whoRefusedRemindersIsNotToldAndOthersInTheirHour() {
    farmer.wish(new Effect.SetReminders(false, 0), 2);
    assertThat(toldOn("2026-12-15T02:00:00Z")).isZero();
    farmer.wish(new Effect.SetReminders(true, 16), 3);
    assertThat(toldOn("2026-12-15T08:59:00Z")).isZero();
    assertThat(toldOn("2026-12-15T09:00:00Z")).isEqualTo(1);
  }

  @Test
  void aDiscountThatGoesOnIsNotToldToEnd() {
    var tariffs = farmer.content.tariffs();
    var longer =
        tariffs.discounts().stream()
            .map(d -> new Discount(d.sector(), d.share(), d.from(), d.until().plusMonths(12)));
    var more = Stream.concat(tariffs.discounts().stream(), longer).toList();
    var told = new Tariffs(tariffs.tariffs(), more, tariffs.payers());
    var ending =
        new DiscountEnding(
            farmer.test.database(), TestDatabase.KEY, farmer.content.rules(), told, farmer.clock);
    farmer.until("2026-12-15T02:00:00Z");
    assertThat(TestDatabase.await(ending.tell())).isZero();
  }

  private void sector(String sector) {
    TestDatabase.await(
        farmer.test.database().transact(h -> h.execute("update persons set sector = ?", sector)));
    TestDatabase.await(
        farmer
            .test
            .database()
            .transact(h -> h.execute("update memberships set paid_until = date '2027-02-01'")));
  }

  private int toldOn(String instant) {
    farmer.until(instant);
    return TestDatabase.await(ending.tell());
  }

  private List<Notice.DiscountEnds> ends() {
    return farmer.told(Notice.DiscountEnds.class);
  }
}
