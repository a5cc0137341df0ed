package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.time.Duration;
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
  private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

  private final Database database;
  private final Keyring keys;
  private final TalkCache talks;
  private final Optional<Reviewing> reviewing;

  /// Keeps nothing for review.
  public PostgresJournal(Database database, MasterKey master) {
    this(database, master, Optional.empty());
  }

  /// `reviewing` chooses what is kept for the people who teach the program.
  public PostgresJournal(Database database, MasterKey master, Optional<Reviewing> reviewing) {
    this.database = database;
    this.reviewing = reviewing;
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
    talks.find(handle, whose, found);
    var rows = new ArrayList<JournalRows.Row>();
    for (Line line : lines) {
      Talks.Talk talk = talk(found, line);
      byte[] texts = talk.secrets().seal("journal", texts(line.entry()));
      rows.add(new JournalRows.Row(effect(line), talk.id(), line.entry(), texts));
    }
    int written = JournalRows.insert(handle, rows);
    reviewing.ifPresent(
        kept ->
            ReviewRows.insert(
                handle,
                lines.stream()
                    .flatMap(
                        line ->
                            review(handle, kept, line, talk(found, line)).stream()
                                .map(k -> new ReviewRows.Fresh(effect(line), line, k)))
                    .toList()));
    return written;
  }

  private byte[] effect(Line line) {
    return keys.index().effect(line.id().text());
  }

  private static Optional<Reviewing.Kept> review(
      Handle handle, Reviewing reviewing, Line line, Talks.Talk talk) {
    var entry = line.entry();
    if (entry.intent() == null) {
      return Optional.empty();
    }
    return reviewing.corrects(entry.said())
        ? before(handle, talk, entry).flatMap(reviewing::corrected)
        : reviewing.doubtful(entry.said(), entry.confidence());
  }

  /// What the person said just before, when it was words.
  private static Optional<String> before(
      Handle handle, Talks.Talk talk, Effect.JournalEntry entry) {
    return handle
        .createQuery(
            """
            select texts from journal
            where talk = :talk and at < :at and at > :since and intent is not null
            order by at desc limit 1
            """)
        .bind("talk", talk.id())
        .bind("at", entry.at())
        .bind("since", entry.at().minus(JUST_BEFORE))
        .mapTo(byte[].class)
        .findOne()
        .map(texts -> said(talk.secrets().open("journal", texts)));
  }

  private static String said(String texts) {
    try {
      return JSON.readTree(texts).path("said").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
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
