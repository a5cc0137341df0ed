package id.kentongan.integrations.postgres.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.Notices.Waiting;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentCodesTest {
  private static final Nik SLAMET = new Nik("3510041708859001");
  private static final Nik NOBODY = new Nik("3510170302889123");
  private static final LocalDate BORN = LocalDate.of(1985, 8, 17);
  private static final ConversationId ME = new ConversationId("telegram", "42");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Keyring keys = new Keyring(TestDatabase.KEY);
  private final Talks talks = new Talks(keys);
  private final PostgresNotices notices = new PostgresNotices(test.database(), TestDatabase.KEY);
  private final PostgresRecords records = test.records(clock);
  private int version;

  @BeforeEach
  void record() {
    var facts =
        new People.Facts(
            "Slamet", SLAMET, BORN, new Phone("+6281234567890"), "Kalibaru", null, null);
    TestDatabase.await(
        test.database().transact(handle -> new People(keys).add(handle, facts, false).id()));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void goesToThePhoneInTheRecordAndProvesOnce() {
    assertThat(ask(ME, new Effect.SendCode(SLAMET, BORN))).isEqualTo(new Answer.CodeSent());
    Code code = sent();
    assertThat(identify(new ConversationId("telegram", "43"), code))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(identify(ME, code)).isInstanceOf(Answer.Identified.class);
    assertThat(identify(ME, code)).isEqualTo(new Answer.NotIdentified());
  }

  @Test
  void isValidForTenMinutes() {
    ask(ME, new Effect.SendCode(SLAMET, BORN));
    clock.advance(Duration.ofMinutes(10));
    assertThat(identify(ME, sent())).isEqualTo(new Answer.NotIdentified());
  }

  @Test
  void threeTriesAndThreeSendingsAnHour() {
    ask(ME, new Effect.SendCode(SLAMET, BORN));
    Code code = sent();
    Code wrong = new Code(code.text().equals("000000") ? "000001" : "000000");
    for (int i = 0; i < 3; i++) {
      assertThat(identify(ME, wrong)).isEqualTo(new Answer.NotIdentified());
    }
    assertThat(identify(ME, code)).isInstanceOf(Answer.TooManyTries.class);
    ask(ME, new Effect.SendCode(SLAMET, BORN));
    ask(ME, new Effect.SendCode(SLAMET, BORN));
    assertThat(ask(ME, new Effect.SendCode(SLAMET, BORN))).isInstanceOf(Answer.TooManyTries.class);
  }

  @Test
  void nothingTellsWhetherThereIsSuchARecord() {
    ask(new ConversationId("whatsapp", "6281234567890"), new Effect.ReadClaims());
    List<String> found = statements("a", new Effect.SendCode(SLAMET, BORN));
    assertThat(found).hasSizeGreaterThan(5);
    assertThat(statements("b", new Effect.SendCode(SLAMET, BORN.plusDays(1)))).isEqualTo(found);
    assertThat(statements("c", new Effect.SendCode(NOBODY, BORN))).isEqualTo(found);
    assertThat(TestDatabase.await(notices.waiting(0, 10))).hasSize(1);
  }

  private Code sent() {
    Waiting waiting = TestDatabase.await(notices.waiting(0, 10)).getFirst();
    assertThat(waiting.conversation()).isEqualTo(new ConversationId("whatsapp", "6281234567890"));
    return new Code(((Notice.IdentityCode) waiting.notice()).code());
  }

  private Answer identify(ConversationId who, Code code) {
    return ask(who, new Effect.Identify(SLAMET, BORN, code));
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }

  private List<String> statements(String sender, Effect.SendCode asked) {
    var codes = new SentCodes(keys, talks, clock);
    return TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  var who = new ConversationId("telegram", sender);
                  talks.of(handle, who);
                  var seen = new ArrayList<String>();
                  handle.setSqlLogger(
                      new SqlLogger() {
                        @Override
                        public void logAfterExecution(StatementContext context) {
                          seen.add(context.getRenderedSql());
                        }
                      });
                  assertThat(codes.send(handle, who, asked)).isEqualTo(new Answer.CodeSent());
                  return seen;
                }));
  }
}
