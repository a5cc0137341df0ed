package id.kentongan.integrations.postgres.files;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The copies that messengers have of files which we keep, until they are deleted there. What is
/// erased here takes along what it still owes, and its proof counts all.
public final class PlatformCopies {
  private static final String HANDLE = "handle";

  /// why: whoever fetches a file asks at once; what is older was asked in vain, or its node died.
  private static final Duration ASKED = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofDays(7);

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public PlatformCopies(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// A copy that is still to be deleted.
  record Owed(UUID file, String channel, FileRef at) {}

  /// How many copies of one channel came to what.
  public record Told(String channel, Copy copy, int files) {}

  /// Asks again for what was asked in vain; says how many were settled. `forgets` asks a channel.
  public Future<Integer> askAgain(BiFunction<String, FileRef, Future<Copy>> forgets) {
    return owed().compose(owed -> askAgain(owed, forgets, 0));
  }

  private Future<Integer> askAgain(
      List<Owed> left, BiFunction<String, FileRef, Future<Copy>> forgets, int before) {
    if (left.isEmpty()) {
      return Future.succeededFuture(before);
    }
    Owed one = left.getFirst();
    List<Owed> others = left.subList(1, left.size());
    return forgets
        .apply(one.channel(), one.at())
        .otherwise(Copy.OWED)
        .compose(
            copy ->
                copy == Copy.OWED
                    ? askAgain(others, forgets, before)
                    : database
                        .transact(handle -> settle(handle, one.file(), copy))
                        .compose(done -> askAgain(others, forgets, before + 1)));
  }

  /// What was asked for in vain, at most a few at a time; first gives up what is too old, and
  /// forgets what nobody needs to know any more.
  Future<List<Owed>> owed() {
    return database.transact(
        handle -> {
          Instant now = clock.instant();
          handle.execute(
              "update platform_copies set state = 'REFUSED', handle = null"
                  + " where state = 'OWED' and since < ?",
              now.minus(PATIENCE));
          handle.execute(
              """
              delete from platform_copies c where erasure is null and state <> 'OWED'
                and not exists (select 1 from files f where f.id = c.file)
              """);
          return handle
              .createQuery(
                  """
                  select file, channel, talk, erasure, handle from platform_copies
                  where state = 'OWED' and since < :before order by since limit 200
                  """)
              .bind("before", now.minus(ASKED))
              .map(
                  (row, context) -> {
                    Secrets secrets =
                        secrets(
                            handle, row.getString("erasure"), row.getObject("talk", Long.class));
                    return new Owed(
                        row.getObject("file", UUID.class),
                        row.getString("channel"),
                        new FileRef(secrets.open(HANDLE, row.getBytes(HANDLE)), "", -1));
                  })
              .list();
        });
  }

  private Secrets secrets(Handle handle, @Nullable String erasure, @Nullable Long talk) {
    if (erasure != null) {
      return keys.erasure(handle, erasure);
    }
    return keys.talk(handle, java.util.Objects.requireNonNull(talk));
  }

  private static int settle(Handle handle, UUID file, Copy copy) {
    return handle.execute(
        "update platform_copies set state = ?, handle = null where file = ? and state = 'OWED'",
        copy.name(),
        file);
  }

  /// A copy that is to be deleted, or what came of it.
  int note(Handle handle, Talks.Talk talk, UUID file, ConversationId whose, FileRef at, Copy copy) {
    if (copy != Copy.OWED && settle(handle, file, copy) > 0) {
      return 1;
    }
    return handle.execute(
        """
        insert into platform_copies (file, channel, talk, state, handle, since)
        values (?, ?, ?, ?, ?, ?) on conflict (file) do nothing
        """,
        file,
        whose.channel(),
        talk.id(),
        copy.name(),
        copy == Copy.OWED ? talk.secrets().seal(HANDLE, at.handle()) : null,
        clock.instant());
  }

  /// Gives an erasure the copies of a conversation, before the conversation's key goes.
  public static void erased(Handle handle, Keyring keys, long talk, String erasure) {
    Secrets old = keys.talk(handle, talk);
    Secrets fresh = keys.erasure(handle, erasure);
    handle
        .createQuery(
            "select file, handle from platform_copies where talk = :talk and handle is not null")
        .bind("talk", talk)
        .map(
            (row, context) ->
                new Open(row.getObject("file", UUID.class), old.open(HANDLE, row.getBytes(HANDLE))))
        .list()
        .forEach(
            one ->
                handle.execute(
                    "update platform_copies set handle = ? where file = ?",
                    fresh.seal(HANDLE, one.handle()),
                    one.file()));
    handle.execute(
        "update platform_copies set talk = null, erasure = ? where talk = ?", erasure, talk);
  }

  private record Open(UUID file, String handle) {}

  /// Of the messengers: what was sent in the web chat has no copy but ours.
  public static List<Told> of(Handle handle, String erasure) {
    return handle
        .createQuery(
            """
            select channel, state, count(*) as files from platform_copies
            where erasure = :erasure and channel not in ('web', 'terminal')
            group by channel, state order by channel, state
            """)
        .bind("erasure", erasure)
        .map(
            (row, context) ->
                new Told(
                    row.getString("channel"),
                    Copy.valueOf(row.getString("state")),
                    row.getInt("files")))
        .list();
  }
}
