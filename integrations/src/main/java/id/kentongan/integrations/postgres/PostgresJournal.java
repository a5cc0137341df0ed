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
import java.util.Objects;
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
    return JournalRows.insert(
        handle,
        lines.stream().map(line -> keys.index().effect(line.id().text())).toList(),
        lines.stream().map(line -> talk(found, line).id()).toList(),
        lines.stream().map(Line::entry).toList(),
        lines.stream()
            .map(line -> talk(found, line).secrets().seal("journal", texts(line.entry())))
            .toList());
  }

  private static Talks.Talk talk(Map<ConversationId, Talks.Talk> found, Line line) {
    return Objects.requireNonNull(found.get(line.conversation()));
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
