package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// The notices in PostgreSQL, oldest first.
public final class PostgresNotices implements Notices {
  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;

  public PostgresNotices(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
  }

  @Override
  public Future<List<Waiting>> waiting(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select n.id, n.body, n.talk, t.channel, t.sender, k.wrapped
                    from notices n join talks t on t.id = n.talk
                    join person_keys k on k.owner = 'talk/' || t.id
                    where n.done is null order by n.id limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) -> {
                      var secrets =
                          new Secrets(
                              "talk/" + row.getLong("talk"), keys.unwrap(row.getBytes("wrapped")));
                      long id = row.getLong("id");
                      var who =
                          new ConversationId(
                              row.getString("channel"),
                              secrets.open("sender", row.getBytes("sender")));
                      return board
                          .open(secrets, row.getBytes("body"))
                          .map(notice -> new Waiting(id, who, notice));
                    })
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public Future<Void> done(List<Long> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture();
    }
    return database
        .transact(
            handle -> {
              handle
                  .createUpdate("delete from notices where id in (<ids>) and brief")
                  .bindList("ids", ids)
                  .execute();
              return handle
                  .createUpdate(
                      "update notices set done = now() where id in (<ids>) and done is null")
                  .bindList("ids", ids)
                  .execute();
            })
        .mapEmpty();
  }
}
