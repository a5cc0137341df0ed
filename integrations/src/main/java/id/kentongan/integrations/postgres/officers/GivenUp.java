package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;

/// Messages that could not be delivered and that an officer gave up: kept with their conversation,
/// sealed like all that is said in it, and gone when it is erased.
public final class GivenUp {
  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public GivenUp(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// Of a conversation that the records do not know, nothing is kept.
  public Future<Void> note(String officer, ConversationId who, String words, Instant since) {
    return database
        .transact(
            handle ->
                handle
                    .createQuery("select id from talks where blind = :blind")
                    .bind("blind", keys.index().sender(who.key()))
                    .mapTo(Long.class)
                    .findOne()
                    .map(
                        talk ->
                            handle.execute(
                                """
                                insert into officer_lines (talk, officer, kind, at, text, since)
                                values (?, ?, 'DROPPED', ?, ?, ?)
                                """,
                                talk,
                                officer,
                                clock.instant(),
                                keys.talk(handle, talk).seal("officer", words),
                                since))
                    .orElse(0))
        .mapEmpty();
  }
}
