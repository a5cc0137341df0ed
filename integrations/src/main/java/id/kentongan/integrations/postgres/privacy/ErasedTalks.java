package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// When conversations were erased, so that what other stores hold of before can go too.
public final class ErasedTalks {
  private final Database database;
  private final Keyring keys;

  public ErasedTalks(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
  }

  /// The last time that a conversation got another key; nothing when it still has its first.
  public Future<Optional<Instant>> erased(ConversationId who) {
    return database.alone(
        handle ->
            handle
                .createQuery(
                    """
                    select k.made from talks t join person_keys k on k.owner = 'talk/' || t.id
                    where t.blind = :blind and k.made > t.made + interval '1 second'
                    """)
                .bind("blind", keys.index().sender(who.key()))
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .findOne());
  }
}
