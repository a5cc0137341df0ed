package id.kentongan.integrations.postgres.officers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Conversations as officers read them. Every look is written down.
public final class Conversations {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public Conversations(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// A conversation: with whom, who of us has it, its latest turns and what goes with them.
  public record Opened(
      long talk,
      String channel,
      Inbox.Person person,
      @Nullable String holder,
      List<Turn> turns,
      List<OfficerLine> officers,
      List<File> files) {}

  /// One turn: what was said and what was answered, each perhaps empty; `state` is where the
  /// conversation stood after it.
  public record Turn(Instant at, String said, String answered, String state) {}

  /// What an officer wrote to the person, or noted for other officers; or what one gave up that
  /// could not be delivered `since` then.
  public record OfficerLine(
      Instant at, String officer, boolean note, String text, @Nullable Instant since) {}

  /// A file that the person sent.
  public record File(String id, String type, Instant at) {}

  /// The last `most` turns before an instant. `look` says why it is opened, for the audit.
  public Future<Optional<Opened>> open(
      String officer, long talk, Instant before, int most, String look) {
    return database.transact(
        handle ->
            head(handle, talk)
                .map(
                    head -> {
                      AuditLines.add(handle, clock.instant(), officer, look, "talk/" + talk);
                      Secrets secrets = keys.talk(handle, talk);
                      var turns = turns(handle, secrets, talk, before, most);
                      return new Opened(
                          talk,
                          head.channel(),
                          head.person(),
                          head.holder(),
                          turns,
                          lines(handle, secrets, talk),
                          files(handle, talk));
                    }));
  }

  private record Head(String channel, Inbox.Person person, @Nullable String holder) {}

  private static Optional<Head> head(Handle handle, long talk) {
    return handle
        .createQuery(
            """
            select t.channel, p.name, p.village, p.sample,
              (select officer from tickets where talk = t.id and state = 'TAKEN') holder
            from talks t left join persons p on p.id = t.person where t.id = :talk
            """)
        .bind("talk", talk)
        .map(
            (row, context) ->
                new Head(
                    row.getString("channel"),
                    new Inbox.Person(
                        row.getString("name"), row.getString("village"), row.getBoolean("sample")),
                    row.getString("holder")))
        .findOne();
  }

  private static List<Turn> turns(
      Handle handle, Secrets secrets, long talk, Instant before, int most) {
    return handle
        .createQuery(
            """
            select * from (
              select at, state, texts from journal where talk = :talk and at < :before
              order by at desc limit :most
            ) latest order by at
            """)
        .bind("talk", talk)
        .bind("before", before)
        .bind("most", most)
        .map(
            (row, context) -> {
              JsonNode texts = texts(secrets.open("journal", row.getBytes("texts")));
              return new Turn(
                  row.getTimestamp("at").toInstant(),
                  texts.path("said").asText(),
                  texts.path("answered").asText(),
                  row.getString("state"));
            })
        .list();
  }

  private static JsonNode texts(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a turn of another shape was kept", e);
    }
  }

  private static List<OfficerLine> lines(Handle handle, Secrets secrets, long talk) {
    return handle
        .createQuery("select * from officer_lines where talk = :talk order by id")
        .bind("talk", talk)
        .map(
            (row, context) ->
                new OfficerLine(
                    row.getTimestamp("at").toInstant(),
                    row.getString("officer"),
                    row.getString("kind").equals("NOTE"),
                    secrets.open("officer", row.getBytes("text")),
                    OfficerSessions.instant(row, "since")))
        .list();
  }

  private static List<File> files(Handle handle, long talk) {
    return handle
        .createQuery(
            """
            select id, type, begun from files
            where talk = :talk and name is not null and until is null order by begun
            """)
        .bind("talk", talk)
        .map(
            (row, context) ->
                new File(
                    row.getString("id"),
                    row.getString("type"),
                    row.getTimestamp("begun").toInstant()))
        .list();
  }
}
