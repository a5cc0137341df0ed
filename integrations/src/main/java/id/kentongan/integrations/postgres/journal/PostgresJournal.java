package id.kentongan.integrations.postgres.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.TalkCache;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.learning.ReviewRows;
import id.kentongan.integrations.postgres.learning.Reviews;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The journal in PostgreSQL: a batch is one transaction. What was said and answered is sealed; the
/// state, intent and confidence are readable.
public final class PostgresJournal implements Journal {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;
  private final Keyring keys;
  private final TalkCache talks;
  private final Optional<Reviews> reviews;

  /// Keeps nothing for review.
  public PostgresJournal(Database database, MasterKey master) {
    this(database, master, Optional.empty());
  }

  /// `reviewing` chooses what is kept for the people who teach the program.
  public PostgresJournal(Database database, MasterKey master, Optional<Reviewing> reviewing) {
    this.database = database;
    this.reviews = reviewing.map(Reviews::new);
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
    var whose = lines.stream().map(Line::conversation).distinct().toList();
    talks.erased(last(handle));
    talks.find(handle, whose, found);
    var rows = new ArrayList<JournalRows.Row>();
    for (Line line : lines) {
      Talks.Talk talk = talk(found, line);
      byte[] texts = talk.secrets().seal("journal", texts(line.entry()));
      rows.add(new JournalRows.Row(effect(line), talk.id(), line.entry(), texts));
    }
    int written = JournalRows.insert(handle, rows);
    JournalRows.left(handle, rows);
    reviews.ifPresent(kept -> ReviewRows.insert(handle, fresh(kept, lines)));
    return written;
  }

  private List<ReviewRows.Fresh> fresh(Reviews kept, List<Line> lines) {
    return lines.stream()
        .flatMap(
            line -> kept.of(line).stream().map(k -> new ReviewRows.Fresh(effect(line), line, k)))
        .toList();
  }

  private static long last(Handle handle) {
    return handle
        .createQuery("select coalesce(max(place), 0) from erasures")
        .mapTo(Long.class)
        .one();
  }

  private byte[] effect(Line line) {
    return keys.index().effect(line.id().text());
  }

  private static Talks.Talk talk(Map<ConversationId, Talks.Talk> found, Line line) {
    return Objects.requireNonNull(found.get(line.conversation()));
  }

  private static String texts(JournalEntry entry) {
    try {
      return JSON.writeValueAsString(
          Map.of("said", entry.said(), "answered", entry.answered(), "event", entry.event()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
