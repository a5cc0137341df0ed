package id.kentongan.integrations.postgres.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.Pieces;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.records.Verify;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfficerActsTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");

  private static final Boards.Filter ALL = new Boards.Filter("", "", "");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private final OfficerActs acts = new OfficerActs(test.database(), TestDatabase.KEY, clock);
  private final Boards boards = new Boards(test.database());
  private final MatterFiles matters = new MatterFiles(test.database(), TestDatabase.KEY, clock);
  private final Verify verify = new Verify(test.database(), TestDatabase.KEY);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void movingAnEnrolmentTellsThePersonAndTheCodeFollows() {
    var enrolled =
        (Answer.Enrolled)
            ask(new Effect.SubmitEnrollment(Forms.enrolment(new Nik("3510170302889123"))));
    assertThat(TestDatabase.await(verify.code(enrolled.receipt().text())))
        .isEqualTo(
            new Verify.Result.Found(
                Verify.Kind.ENROLLMENT, "enrollment.waiting", clock.instant(), false));
    clock.advance(Duration.ofHours(1));
    assertThat(TestDatabase.await(move(enrolled.number()))).isEqualTo(Moved.DONE);
    assertThat(TestDatabase.await(move(enrolled.number()))).isEqualTo(Moved.NO);
    assertThat(TestDatabase.await(move("DFT-1999-000001"))).isEqualTo(Moved.NO);

    assertThat(told())
        .containsExactly(
            new Notice.MatterMoved(enrolled.number(), "enrollment.active"),
            new Notice.OfficerSaid("Selamat"));
    assertThat(TestDatabase.await(boards.rows(Boards.Kind.ENROLMENTS, ALL, "", 10)))
        .extracting(Boards.Row::name, Boards.Row::state)
        .containsExactly(tuple("Wagiman Hartono", "ACTIVE"));
    assertThat(TestDatabase.await(boards.counts(Boards.Kind.ENROLMENTS)))
        .containsExactly(new Boards.Count("ACTIVE", 1));
    assertThat(TestDatabase.await(verify.code(enrolled.receipt().text())))
        .isEqualTo(
            new Verify.Result.Found(
                Verify.Kind.ENROLLMENT, "enrollment.active", clock.instant(), false));
    assertThat(test.count("select count(*) from audit where officer = 'dimas'")).isEqualTo(1);
  }

  @Test
  void aClaimHoldsThePapersOfItsOwnConversationOnly() {
    var files = new PostgresFiles(test.database(), TestDatabase.KEY, clock);
    String mine = keep(files, ME, "a/1/0");
    String others = keep(files, new ConversationId("telegram", "other"), "b/1/0");
    var opened =
        (Answer.ClaimOpened)
            ask(
                new Effect.OpenClaim(
                    Forms.claim(
                        new Nik("3510170302889123"),
                        List.of(
                            new ClaimForm.Paper(mine, "ktp"), new ClaimForm.Paper(others, "kk")))));
    TestDatabase.await(acts.moveClaim("dimas", opened.number(), ClaimState.COMPLETE, ""));

    var claim = TestDatabase.await(matters.open("dimas", Boards.Kind.CLAIMS, opened.number()));
    assertThat(claim.orElseThrow().papers())
        .extracting(MatterFiles.Paper::file, MatterFiles.Paper::paper)
        .containsExactly(tuple(mine, "ktp"));
    assertThat(claim.orElseThrow().standing().state()).isEqualTo("COMPLETE");
    assertThat(TestDatabase.await(verify.code(opened.receipt().text())))
        .isEqualTo(
            new Verify.Result.Found(Verify.Kind.CLAIM, "claim.complete", clock.instant(), false));
  }

  @Test
  void aCodeIsToldFromATypingMistake() {
    String unknown = new Keyring(TestDatabase.KEY).codes().fixed("nothing").text();

    assertThat(TestDatabase.await(verify.code(unknown))).isEqualTo(new Verify.Result.Unknown());
    assertThat(TestDatabase.await(verify.code("K7M4"))).isEqualTo(new Verify.Result.Mistyped());
  }

  @Test
  void whatDecidesOnMoneyIsSignedByTwo() {
    var opened =
        (Answer.ClaimOpened)
            ask(new Effect.OpenClaim(Forms.claim(new Nik("3510170302889123"), List.of())));
    String number = opened.number();
    assertThat(claim("dimas", number, ClaimState.APPROVED)).isEqualTo(Moved.NO);
    assertThat(claim("dimas", number, ClaimState.COMPLETE)).isEqualTo(Moved.DONE);
    assertThat(claim("dimas", number, ClaimState.APPROVED)).isEqualTo(Moved.SIGNED);
    assertThat(claim("dimas", number, ClaimState.APPROVED)).isEqualTo(Moved.SIGNED_BEFORE);
    assertThat(claim("ayu", number, ClaimState.PAID)).isEqualTo(Moved.NO);
    assertThat(claim("ayu", number, ClaimState.APPROVED)).isEqualTo(Moved.DONE);
    assertThat(claim("ayu", number, ClaimState.PAID)).isEqualTo(Moved.SIGNED);
    assertThat(claim("ayu", number, ClaimState.RETURNED)).isEqualTo(Moved.DONE);
    assertThat(test.count("select count(*) from signatures")).isZero();
    assertThat(told())
        .containsExactly(
            new Notice.MatterMoved(number, "claim.complete"),
            new Notice.MatterMoved(number, "claim.approved"),
            new Notice.MatterMoved(number, "claim.returned"));
  }

  @Test
  void anEnrolmentIsReadAndExportedWithAllThatItSays() {
    var enrolled =
        (Answer.Enrolled)
            ask(new Effect.SubmitEnrollment(Forms.enrolment(new Nik("3510170302889123"))));
    var kind = Boards.Kind.ENROLMENTS;
    var matter = TestDatabase.await(matters.open("dimas", kind, enrolled.number())).orElseThrow();
    assertThat(matter.fields())
        .contains(
            new MatterFiles.Field("nik", "3510170302889123"),
            new MatterFiles.Field("name", "Wagiman Hartono"));
    assertThat(TestDatabase.await(matters.open("dimas", kind, "DFT-1999-000001"))).isEmpty();
    assertThat(TestDatabase.await(matters.export("ayu", kind, ALL)))
        .extracting(MatterFiles.Matter::number)
        .containsExactly(enrolled.number());
    assertThat(TestDatabase.await(matters.export("ayu", kind, new Boards.Filter("", "xyz", ""))))
        .isEmpty();
    assertThat(test.texts("select officer || ' ' || act || ' ' || matter from audit order by id"))
        .containsExactly(
            "dimas look " + enrolled.number(),
            "ayu export 1 ENROLMENTS",
            "ayu export 0 ENROLMENTS");
  }

  private Moved claim(String officer, String number, ClaimState state) {
    return TestDatabase.await(acts.moveClaim(officer, number, state, ""));
  }

  private static String keep(PostgresFiles files, ConversationId who, String id) {
    var vertx = Vertx.vertx();
    try {
      var kept = Promise.<Files.Kept>promise();
      var photo =
          Buffer.buffer(
              new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, 3, 4, 5, 6, 7, 8});
      vertx.runOnContext(go -> files.keep(who, id, new Pieces(photo, 100), 1_000).onComplete(kept));
      return TestDatabase.await(kept.future()).fileId();
    } finally {
      TestDatabase.await(vertx.close());
    }
  }

  private Future<Moved> move(String number) {
    return acts.moveEnrollment("dimas", number, EnrollmentState.ACTIVE, "Selamat");
  }

  private List<Notice> told() {
    return TestDatabase.await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 10))
        .stream()
        .map(Notices.Waiting::notice)
        .toList();
  }

  private Answer ask(Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(ME, EffectId.of(ME, version, 0), ask));
  }
}
