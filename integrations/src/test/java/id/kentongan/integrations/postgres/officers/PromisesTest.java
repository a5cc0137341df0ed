package id.kentongan.integrations.postgres.officers;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.TicketState;
import id.kentongan.integrations.postgres.records.PostgresRecords;
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
        .isEqualTo(Moved.DONE);
    assertThat(matter(claim).due()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));

    clock.advance(Duration.ofDays(4));
    assertThat(TestDatabase.await(promises.remind())).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    assertThat(TestDatabase.await(promises.remind())).isZero();
    assertThat(open(claim)).isEqualTo(1);
    assertThat(test.count("select count(*) from tickets where until = '2026-11-25 09:00Z'"))
        .isEqualTo(1);
  }

  @Test
  void aDecisionEndsTheReminderAndTheNextPromiseHasItsOwn() {
    String claim = claim();
    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.COMPLETE, ""));
    clock.advance(Duration.ofDays(5));
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.RETURNED, ""));
    assertThat(open(claim)).isZero();

    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.COMPLETE, ""));
    assertThat(TestDatabase.await(promises.remind())).isZero();
    clock.advance(Duration.ofDays(5));
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    assertThat(open(claim)).isEqualTo(1);
  }

  @Test
  void whoTalksWithTheFamilyMeanwhileEndsNoReminder() {
    String claim = claim();
    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.COMPLETE, ""));
    clock.advance(Duration.ofDays(5));
    TestDatabase.await(promises.remind());
    var takeovers = new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
    long talk = test.count("select talk from claims");
    assertThat(TestDatabase.await(takeovers.takeOver("dimas", talk)))
        .isEqualTo(Takeovers.Result.DONE);
    assertThat(open(claim)).isEqualTo(1);
    assertThat(TestDatabase.await(new Inbox(test.database()).open("", 9)))
        .extracting(ticket -> ticket.who().state())
        .containsExactly(TicketState.WAITING, TicketState.TAKEN);
    assertThat(TestDatabase.await(takeovers.giveBack("dimas", talk, false)))
        .isEqualTo(Takeovers.Result.DONE);
    assertThat(open(claim)).isEqualTo(1);

    TestDatabase.await(acts.moveClaim("dimas", claim, ClaimState.RETURNED, ""));
    assertThat(test.count("select count(*) from tickets where state != 'DONE'")).isZero();
  }

  private long open(String matter) {
    return test.count(
        "select count(*) from tickets where state = 'WAITING' and topic like '%/" + matter + "'");
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

    // why: it happened on a Thursday and is due as Saturday begins, so Friday is the last day
    assertThat(TestDatabase.await(promises.remind())).isEqualTo(1);
    assertThat(TestDatabase.await(promises.remind())).isZero();
    assertThat(open(reported.number())).isEqualTo(1);

    var received = acts.moveAccident("dimas", reported.number(), AccidentState.RECEIVED, "");
    assertThat(TestDatabase.await(received)).isEqualTo(Moved.DONE);
    assertThat(open(reported.number())).isZero();
    assertThat(matter(reported.number()).state()).isEqualTo("accident.received");
    assertThat(matter(reported.number()).due()).isNull();
    assertThat(TestDatabase.await(promises.remind())).isZero();
  }

  @Test
  void officersSeeWhatIsDueFirst() {
    String later = claim();
    String sooner = claim();
    TestDatabase.await(acts.moveClaim("dimas", sooner, ClaimState.COMPLETE, ""));
    clock.advance(Duration.ofHours(1));
    TestDatabase.await(acts.moveClaim("dimas", later, ClaimState.COMPLETE, ""));
    var boards = new Boards(test.database());
    var complete = new Boards.Filter("COMPLETE", "", "");
    var first = TestDatabase.await(boards.rows(Boards.Kind.CLAIMS, complete, "", 1));
    assertThat(first).extracting(Boards.Row::number).containsExactly(sooner);
    assertThat(TestDatabase.await(boards.rows(Boards.Kind.CLAIMS, complete, sooner, 9)))
        .extracting(Boards.Row::number)
        .containsExactly(later);
  }

  @Test
  void officersReadWhatTheNoticeOfAnAccidentSays() {
    var reported = (Answer.AccidentReported) ask(new Effect.ReportAccident(Forms.accident()));
    var boards = new Boards(test.database());
    var kind = Boards.Kind.ACCIDENTS;
    var waiting = new Boards.Filter("REPORTED", "parno", "");
    var row = TestDatabase.await(boards.rows(kind, waiting, "", 9)).getFirst();
    assertThat(row.name()).isEqualTo("Parno");
    assertThat(row.times().set()).isEqualTo(reported.deadline());
    assertThat(TestDatabase.await(boards.counts(kind)))
        .containsExactly(new Boards.Count("REPORTED", 1));
    var files = new MatterFiles(test.database(), TestDatabase.KEY, clock);
    var matter = TestDatabase.await(files.open("dimas", kind, row.number())).orElseThrow();
    assertThat(matter.standing().state()).isEqualTo("REPORTED");
    assertThat(matter.fields())
        .contains(
            new MatterFiles.Field("chronology", "terpeleset dari traktor tangan"),
            new MatterFiles.Field("notifier-phone", "+6281266554433"),
            new MatterFiles.Field("deadline", reported.deadline().toString()));
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
