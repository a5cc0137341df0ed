package id.kentongan.integrations.postgres.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// A conversation's turns as the journal keeps them, opened; for whoever holds the master key.
public final class KeptTurns {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;
  private final Keyring keys;
  private final Talks talks;

  public KeptTurns(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
  }

  /// A turn. `effect`: the blind index of the id of its journal's effect; `event`: the id of what
  /// it answered; `answered`: the texts of its messages with an empty line between.
  @SuppressWarnings("ArrayRecordComponent")
  public record KeptTurn(byte[] effect, String event, String said, String answered) {}

  /// In no order; none for a conversation that is not known.
  public Future<List<KeptTurn>> of(ConversationId who) {
    return database.transact(
        handle ->
            talks
                .known(handle, who)
                .map(
                    talk ->
                        handle
                            .createQuery("select effect, texts from journal where talk = :talk")
                            .bind("talk", talk.id())
                            .map((row, context) -> turn(talk.secrets(), row))
                            .list())
                .orElse(List.of()));
  }

  private static KeptTurn turn(Secrets secrets, ResultSet row) throws SQLException {
    try {
      JsonNode texts = JSON.readTree(secrets.open("journal", row.getBytes("texts")));
      return new KeptTurn(
          row.getBytes("effect"),
          texts.path("event").asText(),
          texts.path("said").asText(),
          texts.path("answered").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal holds something that is not JSON", e);
    }
  }
}
