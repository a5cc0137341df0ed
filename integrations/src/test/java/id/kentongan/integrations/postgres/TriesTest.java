package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.WebMessages.Line;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.web.PostgresWebMessages;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who begins a new web conversation for each try is known by the network address.
class TriesTest {
  private static final LocalDate BORN = LocalDate.of(1985, 8, 17);

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresWebMessages web =
      new PostgresWebMessages(test.database(), TestDatabase.KEY);
  private final PostgresRecords records = test.records(clock);

  @AfterEach
  void disconnect() {
    web.close();
    test.close();
  }

  @Test
  void areCountedByTheAddressOfWebConversationsToo() {
    for (int i = 0; i < 3; i++) {
      assertThat(tries("session" + i, "9.9.9.9", i)).isEqualTo(new Answer.NotIdentified());
    }
    assertThat(tries("session3", "9.9.9.9", 3)).isInstanceOf(Answer.TooManyTries.class);
    assertThat(tries("session4", "9.9.9.8", 4)).isEqualTo(new Answer.NotIdentified());
    assertThat(tries("session5", null, 5)).isEqualTo(new Answer.NotIdentified());
    assertThat(test.texts("select row(w.*)::text from web_talks w"))
        .isNotEmpty()
        .noneMatch(row -> row.contains("9.9.9"));
  }

  @Test
  void areCountedByTheAddressLastWrittenFrom() {
    for (int i = 0; i < 3; i++) {
      tries("session" + i, "9.9.9.9", i);
    }
    var me = new ConversationId("web", "session9");
    says(me, "m1", "9.9.9.8");
    says(me, "m2", "9.9.9.9");
    says(me, "m3", null);
    assertThat(ask(me, 9)).isInstanceOf(Answer.TooManyTries.class);
  }

  private Answer tries(String session, @Nullable String from, int nth) {
    var who = new ConversationId("web", session);
    says(who, "m", from);
    return ask(who, nth);
  }

  private void says(ConversationId who, String id, @Nullable String from) {
    var line = new Line(true, clock.instant(), Bubble.of("cek"), from);
    TestDatabase.await(web.append(who, who.key() + ':' + id, line));
  }

  private Answer ask(ConversationId who, int nth) {
    var identify =
        new Effect.Identify(new Nik("351017030288912" + nth), BORN, new Code("90000000029"));
    return TestDatabase.await(records.ask(who, EffectId.of(who, 1, 0), identify));
  }
}
