package id.kentongan.integrations.postgres.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Nik SLAMET = new Nik("3510041708859001");
  private static final LocalDate BORN = LocalDate.of(1985, 8, 17);
  private static final Code WRONG = new Code("90000000029");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Keyring keys = new Keyring(TestDatabase.KEY);
  private final Talks talks = new Talks(keys);
  private final SentCodes codes = new SentCodes(keys, talks, clock);
  private final Identity identity = new Identity(keys, talks, codes, clock);
  private final Core registry = new PostgresRegistry(test.database(), TestDatabase.KEY);

  @AfterEach
  void disconnect() {
    test.close();
  }

  /// The way that is taken is what takes time: the same statements whether the number is unknown,
  /// the birth date wrong or the proof wrong.
  @Test
  void doesTheSameWorkForUnknownAndWrong() {
    TestDatabase.await(
        new SampleData(test.database(), TestDatabase.KEY, clock, ZoneId.of("Asia/Jakarta")).load());
    List<String> unknown =
        statements("a", new Effect.Identify(new Nik("3510170302889123"), BORN, WRONG));

    assertThat(unknown).hasSizeGreaterThan(5);
    assertThat(statements("b", new Effect.Identify(SLAMET, BORN, WRONG))).isEqualTo(unknown);
    assertThat(
            statements("c", new Effect.Identify(SLAMET, BORN.plusDays(1), new Code("90000000011"))))
        .isEqualTo(unknown);
  }

  private List<String> statements(String sender, Effect.Identify asked) {
    Optional<Core.Member> member =
        TestDatabase.await(registry.member(asked.nik(), LocalDate.of(2026, 11, 20)));
    return TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  Talks.Talk talk = talks.of(handle, new ConversationId("telegram", sender));
                  var seen = new ArrayList<String>();
                  handle.setSqlLogger(
                      new SqlLogger() {
                        @Override
                        public void logAfterExecution(StatementContext context) {
                          seen.add(context.getRenderedSql());
                        }
                      });
                  byte[] by = keys.index().sender(sender);
                  assertThat(identity.identify(handle, talk, by, asked, member))
                      .isEqualTo(new Answer.NotIdentified());
                  return seen;
                }));
  }
}
