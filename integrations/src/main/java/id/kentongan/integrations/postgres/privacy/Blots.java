package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// By what people were known who had everything erased, for as long as messages about them may
/// still lie in other stores: each for the conversation of an agent who wrote about them.
public final class Blots {
  private static final String COLUMN = "blot";

  /// Longer than a message to an agent is tried.
  private static final Duration KEPT = Duration.ofHours(6);

  private final Database database;
  private final Keyring keys;
  private final Talks talks;

  public Blots(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
  }

  /// Whatever `signs` finds in a text of this conversation is of somebody who was erased.
  public record Blot(ConversationId agent, Pattern signs) {}

  static void add(Handle handle, long talk, Secrets secrets, Pattern signs) {
    handle.execute(
        "insert into blots (talk, signs) values (?, ?)",
        talk,
        secrets.seal(COLUMN, signs.pattern()));
  }

  /// Those that are kept; the others are forgotten with this.
  public Future<List<Blot>> open() {
    return database.transact(
        handle -> {
          handle.execute(
              "delete from blots where made < now() - make_interval(secs => ?)", KEPT.toSeconds());
          return handle
              .createQuery("select talk, signs from blots order by id")
              .map((row, context) -> blot(handle, row.getLong("talk"), row.getBytes("signs")))
              .list();
        });
  }

  private Blot blot(Handle handle, long talk, byte[] signs) {
    String pattern = keys.talk(handle, talk).open(COLUMN, signs);
    return new Blot(
        talks.conversation(handle, talk),
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }
}
