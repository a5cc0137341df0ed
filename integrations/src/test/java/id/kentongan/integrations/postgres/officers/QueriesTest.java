package id.kentongan.integrations.postgres.officers;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final ConversationId OTHER = new ConversationId("telegram", "4712");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records = test.records(clock);
  private final Queries queries = new Queries(test.database(), TestDatabase.KEY, clock);
  private final MatterFiles matters = new MatterFiles(test.database(), TestDatabase.KEY, clock);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void aFieldIsAskedForOnceHoweverManyOfficersAskAtOnce() {
    String number = enrolment();
    Future<Boolean> first = queries.ask("dimas", number, "nik");
    Future<Boolean> second = queries.ask("wulan", number, "nik");
    assertThat(await(Future.all(first, second)).<Boolean>list()).containsOnly(true);
    assertThat(test.count("select count(*) from queries")).isEqualTo(1);
    assertThat(test.count("select count(*) from notices")).isEqualTo(1);
    tell(ME, number, "nik", "3510055205909002");
    await(queries.use("dimas", number, "nik"));
    assertThat(await(queries.ask("dimas", number, "nik"))).as("again, after its use").isTrue();
    assertThat(test.count("select count(*) from queries")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "name, Siti Aminah",
    "nik, 3510055205909002",
    "birth-date, 1990-05-12",
    "phone, +6281234567890",
    "village, 35.10.04.2005",
    "occupation, nelayan"
  })
  void anAnswerLandsInTheFieldOfAnEnrolment(String field, String value) {
    String number = enrolment();
    assertThat(await(queries.ask("dimas", number, field))).isTrue();
    assertThat(await(queries.use("dimas", number, field))).isEqualTo(Moved.NO);
    tell(OTHER, number, field, "not theirs to tell");
    assertThat(await(queries.of(number))).extracting(Queries.Query::answer).containsOnlyNulls();
    tell(ME, number, field, value);
    assertThat(await(queries.of(number))).extracting(Queries.Query::answer).containsExactly(value);
    assertThat(await(queries.use("dimas", number, field))).isEqualTo(Moved.DONE);
    assertThat(await(queries.use("dimas", number, field))).isEqualTo(Moved.NO);
    assertThat(await(matters.open("dimas", Kind.ENROLMENTS, number)).orElseThrow().fields())
        .contains(new MatterFiles.Field(field, value));
    assertThat(test.texts("select encode(answer, 'escape') from queries").getFirst())
        .doesNotContain(value);
  }

  @ParameterizedTest
  @CsvSource({
    "deceased, Ahmad, 2",
    "deceased-nik, 3510055205909002, 2",
    "died, 2026-11-03, 2",
    "heir, Nurhayati, 2",
    "cause, sakit, 1",
    "heir-phone, +6281234567890, 1"
  })
  void whatAPaymentHangsOnIsPutInByTwo(String field, String value, int officers) {
    var claim = new Effect.OpenClaim(Forms.claim(new Nik("3510170302889123"), List.of()));
    String number = ((Answer.ClaimOpened) ask(claim)).number();
    assertThat(await(queries.ask("dimas", number, field))).isTrue();
    tell(ME, number, field, value);
    if (officers == 2) {
      assertThat(await(queries.use("dimas", number, field))).isEqualTo(Moved.SIGNED);
      assertThat(await(queries.use("dimas", number, field))).isEqualTo(Moved.SIGNED_BEFORE);
    }
    assertThat(await(queries.use("ayu", number, field))).isEqualTo(Moved.DONE);
    assertThat(await(matters.open("dimas", Kind.CLAIMS, number)).orElseThrow().fields())
        .contains(new MatterFiles.Field(field, value));
  }

  @Test
  void nothingIsAskedAboutNothing() {
    assertThat(await(queries.ask("dimas", "DFT-1999-000001", "name"))).isFalse();
  }

  private String enrolment() {
    var form = Forms.enrolment(new Nik("3510170302889123"));
    return ((Answer.Enrolled) ask(new Effect.SubmitEnrollment(form))).number();
  }

  private void tell(ConversationId who, String number, String field, String value) {
    version++;
    var told = new Effect.TellField(number, field, value);
    await(records.tell(who, EffectId.of(who, version, 0), told));
  }

  private Answer ask(Effect.Ask ask) {
    version++;
    return await(records.ask(ME, EffectId.of(ME, version, 0), ask));
  }
}
