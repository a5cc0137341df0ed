package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notices in PostgreSQL, oldest first.
public final class PostgresNotices implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresNotices.class);

  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final Set<Long> told = ConcurrentHashMap.newKeySet();

  public PostgresNotices(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
  }

  @Override
  public Future<List<Waiting>> waiting(long after, int most) {
    return database.transact(
        handle -> {
          var known = new ArrayList<Waiting>();
          List<Row> page = page(handle, after, most);
          while (!page.isEmpty() && known.size() < most) {
            page.stream().flatMap(row -> row.known().stream()).forEach(known::add);
            page = page.size() < most ? List.of() : page(handle, page.getLast().id(), most);
          }
          return known.subList(0, Math.min(most, known.size()));
        });
  }

  /// A notice as it lies there; nothing is known of one that a newer program wrote.
  private record Row(long id, Optional<Waiting> known) {}

  private List<Row> page(Handle handle, long after, int most) {
    return handle
        .createQuery(
            """
            select n.id, n.body, n.talk, t.channel, t.sender, k.wrapped
            from notices n join talks t on t.id = n.talk
            join person_keys k on k.owner = 'talk/' || t.id
            where n.done is null and n.id > :after order by n.id limit :most
            """)
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> row(row))
        .list();
  }

  private Row row(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    try {
      return row(id, row);
    } catch (BrokenSeal broken) {
      // why: what nobody can open must not hold up what others wait for
      if (told.add(id)) {
        LOG.warn("the notice {} cannot be opened, and is passed by", id);
      }
      return new Row(id, Optional.empty());
    }
  }

  private Row row(long id, ResultSet row) throws SQLException {
    var secrets = new Secrets("talk/" + row.getLong("talk"), keys.unwrap(row.getBytes("wrapped")));
    var who =
        new ConversationId(
            row.getString("channel"), secrets.open("sender", row.getBytes("sender")));
    return new Row(
        id, board.open(secrets, row.getBytes("body")).map(notice -> new Waiting(id, who, notice)));
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
