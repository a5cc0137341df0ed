package id.kentongan.integrations.postgres.officers;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrespondentsTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final ConversationId NOBODY = new ConversationId("telegram", "4712");

  private final TestDatabase test = TestDatabase.start();
  private final Correspondents people = new Correspondents(test.database(), TestTalks.MASTER);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void aConversationIsFoundByItsNumberAndBySomebody() {
    var entry =
        new JournalEntry("e", Instant.parse("2026-11-20T02:00:00Z"), "halo", "", "", null, 0);
    var line = new Journal.Line(ME, EffectId.of(ME, 1, 0), entry);
    await(new PostgresJournal(test.database(), TestTalks.MASTER).write(List.of(line)));
    long talk = test.count("select id from talks");
    assertThat(await(people.who(talk))).contains(ME);
    assertThat(await(people.known(List.of(NOBODY, ME, ME))))
        .containsOnlyKeys(ME)
        .hasEntrySatisfying(ME, known -> assertThat(known.talk()).isEqualTo(talk));
    assertThat(await(people.known(List.of()))).isEmpty();
  }

  @Test
  void whoWasErasedHasNoNameAnyMore() {
    var entry =
        new JournalEntry("e", Instant.parse("2026-11-20T02:00:00Z"), "halo", "", "", null, 0);
    var line = new Journal.Line(ME, EffectId.of(ME, 1, 0), entry);
    await(new PostgresJournal(test.database(), TestTalks.MASTER).write(List.of(line)));
    long talk = test.count("select id from talks");
    await(test.database().transact(handle -> handle.execute("delete from person_keys")));
    assertThat(await(people.who(talk))).isEmpty();
    assertThat(await(people.who(talk + 1))).isEmpty();
  }
}
