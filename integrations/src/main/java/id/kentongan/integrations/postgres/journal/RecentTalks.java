package id.kentongan.integrations.postgres.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What people said lately, conversation by conversation, to be said again to other content. It is
/// for the program alone and not to be shown; that it was read is a line of the audit.
public final class RecentTalks {
  private static final Duration LATELY = Duration.ofDays(14);
  private static final JsonMapper JSON = new JsonMapper();

  /// What stands for words that told a secret.
  private static final String HIDDEN = "(••••••)";

  /// What stands in the journal for what no person said: a timer, a notice, an answer.
  private static final Set<String> UNSAID =
      Set.of("", HIDDEN, "(Noticed)", "(Due)", "(Answered)", "(Left)");

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public RecentTalks(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// What was said, and when.
  public record Said(Instant at, String text) {
    @Override
    public String toString() {
      return "Said[••]";
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
  private record Line(long talk, Instant at, byte[] wrapped, byte[] texts) {}

  /// Of the last `talks` conversations at most so many messages each, oldest first; `why` is told
  /// to the audit.
  public Future<List<List<Said>>> said(String officer, String why, int talks, int messages) {
    return database.transact(
        handle -> {
          AuditLines.add(handle, clock.instant(), officer, "replay", why);
          return said(handle, talks, messages);
        });
  }

  private List<List<Said>> said(Handle handle, int talks, int messages) {
    Map<Long, List<Said>> byTalk = new LinkedHashMap<>();
    Map<Long, Secrets> secrets = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            with latest as (
              select talk, max(at) as at from (
                select talk, at from journal where at > :since order by at desc limit :looked
              ) as lately group by talk order by 2 desc limit :talks)
            select t.talk, t.at, k.wrapped, t.texts from latest
            join person_keys k on k.owner = 'talk/' || latest.talk
            cross join lateral (
              select j.talk, j.at, j.texts from journal j
              where j.talk = latest.talk and j.at > :since
              order by j.at desc limit :messages) as t
            order by t.talk, t.at
            """)
        .bind("since", clock.instant().minus(LATELY))
        .bind("looked", talks * messages)
        .bind("talks", talks)
        .bind("messages", messages)
        .map(
            (row, context) ->
                new Line(
                    row.getLong("talk"),
                    row.getTimestamp("at").toInstant(),
                    row.getBytes("wrapped"),
                    row.getBytes("texts")))
        .forEach(
            line -> {
              Secrets own =
                  secrets.computeIfAbsent(
                      line.talk(), id -> keys.open("talk/" + id, line.wrapped()));
              String text = text(own.open("journal", line.texts()));
              if (!UNSAID.contains(text)) {
                byTalk
                    .computeIfAbsent(line.talk(), id -> new ArrayList<>())
                    .add(new Said(line.at(), text));
              }
            });
    return List.copyOf(byTalk.values());
  }

  private static String text(String json) {
    try {
      return JSON.readTree(json).path("said").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a turn of another shape was kept", e);
    }
  }
}
