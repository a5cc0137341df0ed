package id.kentongan.integrations.postgres.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.payments.PaidFarmer;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A farmer who paid on 20 November 2026 until January 2027; from February on 18.800 a month.
class RemindingTest {
  private final PaidFarmer farmer = new PaidFarmer();
  private final Reminding reminding =
      new Reminding(
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
  void eachDayOfTheRulesIsToldOnceInTheMorning() {
    assertThat(remindedOn("2027-01-23T05:00:00Z")).isZero();
    assertThat(remindedOn("2027-01-23T22:00:00Z")).as("5 in the morning").isZero();
    assertThat(remindedOn("2027-01-24T01:30:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-01-24T02:30:00Z")).isZero();
    assertThat(remindedOn("2027-01-27T13:00:00Z")).isZero();
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-01-31T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-02-06T02:00:00Z")).isZero();
    assertThat(remindedOn("2027-02-07T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-02-08T02:00:00Z")).isZero();
    assertThat(remindedOn("2027-03-08T02:00:00Z")).isZero();

    var january = YearMonth.of(2027, 1);
    var february = YearMonth.of(2027, 2);
    var next = new Rupiah(18_800);
    assertThat(due())
        .containsExactly(
            new Notice.ContributionDue(january, 7, next, february),
            new Notice.ContributionDue(january, 3, next, february),
            new Notice.ContributionDue(january, 0, next, february),
            new Notice.ContributionDue(january, -7, next, february));
  }

  @Test
  void whoStaysUnpaidIsToldOfAllMonthsUntilTheMembershipRests() {
    assertThat(remindedOn("2027-02-07T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-03-10T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-03-11T02:00:00Z")).isZero();
    assertThat(remindedOn("2027-04-24T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-04-30T02:00:00Z")).isZero();
    var january = YearMonth.of(2027, 1);
    assertThat(due())
        .endsWith(
            new Notice.ContributionDue(january, -38, new Rupiah(37_600), YearMonth.of(2027, 3)),
            new Notice.ContributionDue(january, -83, new Rupiah(56_400), YearMonth.of(2027, 4)));
  }

  @Test
  void whoseMembershipRestsIsNotReminded() {
    assertThat(remindedOn("2027-05-01T02:00:00Z")).isZero();
  }

  @Test
  void aDayThatWasMissedIsMadeGood() {
    assertThat(remindedOn("2027-01-26T02:00:00Z")).isEqualTo(1);
    assertThat(due()).extracting(Notice.ContributionDue::days).containsExactly(7);
  }

  @Test
  void whoWantsNoneGetsNone() {
    farmer.wish(new Effect.SetReminders(false, 0), 2);
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isZero();
    farmer.wish(new Effect.SetReminders(true, 16), 3);
    assertThat(remindedOn("2027-01-28T08:59:00Z")).isZero();
    assertThat(remindedOn("2027-01-28T09:00:00Z")).isEqualTo(1);
  }

  @Test
  void forWhomAVillagePaysTheNextMonthIsNotReminded() {
    farmer.sponsored("2026-11-01", 4);
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isZero();
  }

  @Test
  void forWhomAVillagePaidUntilNowIsReminded() {
    farmer.sponsored("2026-11-01", 3);
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isEqualTo(1);
  }

  private int remindedOn(String instant) {
    farmer.until(instant);
    return TestDatabase.await(reminding.remind());
  }

  private List<Notice.ContributionDue> due() {
    return farmer.told(Notice.ContributionDue.class);
  }
}
