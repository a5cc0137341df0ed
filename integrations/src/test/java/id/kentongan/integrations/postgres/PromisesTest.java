package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromisesTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private final OfficerActs acts = new OfficerActs(test.database(), TestDatabase.KEY, clock);
  private final Promises promises =
      new Promises(test.database(), TestDatabase.KEY, Branch.OFFICES, Branch.ZONE, clock);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void remindsOnTheLastPromisedDayOnce() {
    String claim = claim();
    assertThat(TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.COMPLETE, "")))
        .isEqualTo(OfficerActs.Moved.DONE);
    assertThat(matter(claim).due()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));

    clock.advance(Duration.ofDays(4));
    assertThat(TestDatabase.await(promises.remind())).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    assertThat(TestDatabase.await(promises.remind())).isZero();
    assertThat(
            test.count("select count(*) from tickets where topic = 'claim.promise/" + claim + "'"))
        .isEqualTo(1);
  }

  @Test
  void remindsOfNoClaimThatIsDecided() {
    String claim = claim();
    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.COMPLETE, ""));
    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.APPROVED, ""));
    TestDatabase.await(acts.moveClaim("ayu", claim, ClaimState.APPROVED, ""));

    clock.advance(Duration.ofDays(9));
    assertThat(TestDatabase.await(promises.remind())).isZero();
    assertThat(matter(claim).due()).isNull();
  }

  @Test
  void remindsBeforeTheNoticeOfAnAccidentIsDue() {
    var reported = (Answer.AccidentReported) ask(new Effect.ReportAccident(Forms.accident()));
    assertThat(matter(reported.number()).due()).isEqualTo(reported.deadline());
    assertThat(matter(reported.number()).state()).isEqualTo("accident.reported");

    assertThat(TestDatabase.await(promises.remind())).isZero();
    clock.advance(Duration.between(clock.instant(), reported.deadline().minusSeconds(43_000)));
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    assertThat(TestDatabase.await(promises.remind())).isZero();
  }

  @Test
  void aPageTellsWhatTheFamilyToldAndWhenItComes() {
    String claim = claim();
    var offered = (Answer.SlotsOffered) ask(new Effect.ReadSlots(claim));
    Instant first = offered.free().getFirst();
    ask(new Effect.BookSlot(claim, first));

    var page = (Answer.ClaimRead) ask(new Effect.DrawClaim(null));
    assertThat(page.number()).isEqualTo(claim);
    assertThat(page.visit()).isEqualTo(first);
    assertThat(page.family().nik()).doesNotContain("0302889");
    assertThat(page.office()).isEqualTo(Branch.OFFICES.branch());
    assertThat(matter(claim).visit()).isEqualTo(first);
  }

  private String claim() {
    var form = Forms.claim(new Nik("3510170302889123"), List.of());
    return ((Answer.ClaimOpened) ask(new Effect.OpenClaim(form))).number();
  }

  private Answer.Matter matter(String number) {
    var read = (Answer.StatusRead) ask(new Effect.ReadClaims());
    return read.status().claims().stream()
        .filter(m -> m.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private Answer ask(Effect.Ask ask) {
    return TestDatabase.await(records.ask(ME, EffectId.of(ME, ++version, 0), ask));
  }
}
