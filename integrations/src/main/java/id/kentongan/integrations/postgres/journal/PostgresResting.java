package id.kentongan.integrations.postgres.journal;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Resting;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.util.Optional;

/// Resting conversations in the table `resting_talks`.
public final class PostgresResting implements Resting {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;

  public PostgresResting(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
  }

  @Override
  public Future<Void> lay(ConversationId who, State state) {
    return database
        .transact(
            handle ->
                handle.execute(
                    """
                    insert into resting_talks (talk, wrapped, sealed) values (?, ?, ?)
                    on conflict (talk) do update
                      set wrapped = excluded.wrapped, sealed = excluded.sealed, since = now()
                    """,
                    talks.of(handle, who).id(),
                    state.wrapped(),
                    state.sealed()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<State>> find(ConversationId who) {
    return database.alone(
        handle ->
            handle
                .createQuery(
                    """
                    select r.wrapped, r.sealed from resting_talks r join talks t on t.id = r.talk
                    where t.blind = :blind
                    """)
                .bind("blind", keys.index().sender(who.key()))
                .map((row, context) -> new State(row.getBytes("wrapped"), row.getBytes("sealed")))
                .findOne());
  }

  @Override
  public Future<Void> forget(ConversationId who) {
    return database
        .transact(
            handle ->
                handle.execute(
                    "delete from resting_talks where talk in (select id from talks where blind ="
                        + " ?)",
                    keys.index().sender(who.key())))
        .mapEmpty();
  }
}
