package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The journal in PostgreSQL: a batch is one transaction. What was said and answered is sealed; the
/// state, intent and confidence are readable.
public final class PostgresJournal implements Journal {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;
  private final Keyring keys;
  private final TalkCache talks;

  public PostgresJournal(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new TalkCache(new Talks(keys));
  }

  @Override
  public Future<Void> write(List<Line> lines) {
    if (lines.isEmpty()) {
      return Future.succeededFuture();
    }
    Map<ConversationId, Talks.Talk> found = new HashMap<>();
    return database
        .transact(handle -> write(handle, lines, found))
        .onSuccess(rows -> talks.committed(found))
        .mapEmpty();
  }

  private int write(Handle handle, List<Line> lines, Map<ConversationId, Talks.Talk> found) {
    // why sorted: two batches that meet new conversations in different orders would wait for each
    // other.
    lines.stream()
        .map(Line::conversation)
        .distinct()
        .sorted(java.util.Comparator.comparing(ConversationId::key))
        .forEach(who -> found.put(who, talks.of(handle, who)));
    try (var batch =
        handle.prepareBatch(
            """
            insert into journal (effect, at, talk, state, intent, confidence, texts)
            values (:effect, :at, :talk, :state, :intent, :confidence, :texts)
            on conflict do nothing
            """)) {
      for (Line line : lines) {
        Effect.JournalEntry entry = line.entry();
        Talks.Talk talk = java.util.Objects.requireNonNull(found.get(line.conversation()));
        batch
            .bind("effect", keys.index().effect(line.id().text()))
            .bind("at", entry.at())
            .bind("talk", talk.id())
            .bind("state", entry.state())
            .bind("intent", entry.intent())
            .bind("confidence", (float) entry.confidence())
            .bind("texts", talk.secrets().seal("journal", texts(entry)))
            .add();
      }
      return batch.execute().length;
    }
  }

  private static String texts(Effect.JournalEntry entry) {
    try {
      return JSON.writeValueAsString(
          Map.of("said", entry.said(), "answered", entry.answered(), "event", entry.event()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
