package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Web conversations in PostgreSQL, each line sealed; `NOTIFY` wakes the pages on whichever node.
public final class PostgresWebMessages implements WebMessages, AutoCloseable {
  private static final String CHANNEL = "kentongan_web";

  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Notifications notifications;
  private final Map<String, Set<Consumer<Wake>>> ears = new ConcurrentHashMap<>();

  /// Returns when it hears; blocks meanwhile.
  public PostgresWebMessages(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
    this.notifications = database.listen(CHANNEL, this::wake);
  }

  @Override
  public Future<Long> append(ConversationId conversation, String id, Line line) {
    return database.transact(handle -> append(handle, conversation, id, line));
  }

  private long append(Handle handle, ConversationId conversation, String id, Line line) {
    Talks.Talk talk = talks.of(handle, conversation);
    // why: one writer at a time, so that numbers have no gap
    handle.execute("select 1 from talks where id = ? for update", talk.id());
    byte[] name = keys.index().effect(id);
    var known =
        handle
            .createQuery("select seq from web_lines where talk = :talk and name = :name")
            .bind("talk", talk.id())
            .bind("name", name)
            .mapTo(Long.class)
            .findOne();
    if (known.isPresent()) {
      return known.get();
    }
    notify(handle, conversation, Wake.NEW);
    return handle
        .createQuery(
            """
            insert into web_lines (talk, seq, name, line)
            select :talk, coalesce(max(seq), 0) + 1, :name, :line from web_lines where talk = :talk
            returning seq
            """)
        .bind("talk", talk.id())
        .bind("name", name)
        .bind("line", talk.secrets().seal("web", WebLineJson.write(id, line)))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public Future<List<Numbered>> since(ConversationId conversation, long seq, int most) {
    return database.transact(
        handle ->
            lines(
                handle,
                conversation,
                "l.seq > :seq order by l.seq limit :most",
                q -> q.bind("seq", seq).bind("most", most)));
  }

  @Override
  public Future<List<Numbered>> latest(ConversationId conversation, int most) {
    return database.transact(
        handle ->
            lines(
                    handle,
                    conversation,
                    "true order by l.seq desc limit :most",
                    q -> q.bind("most", most))
                .stream()
                .sorted(Comparator.comparingLong(Numbered::seq))
                .toList());
  }

  private List<Numbered> lines(
      Handle handle, ConversationId conversation, String which, Consumer<Query> bind) {
    Query query =
        handle
            .createQuery(
                """
                select t.id, k.wrapped, l.seq, l.line
                from talks t
                join person_keys k on k.owner = 'talk/' || t.id
                join web_lines l on l.talk = t.id
                where t.blind = :blind and
                """
                    + which)
            .bind("blind", keys.index().sender(conversation.key()));
    bind.accept(query);
    return query
        .map(
            (row, context) -> {
              var secrets =
                  new Secrets("talk/" + row.getLong("id"), keys.unwrap(row.getBytes("wrapped")));
              return WebLineJson.read(
                  row.getLong("seq"), secrets.open("web", row.getBytes("line")));
            })
        .list();
  }

  @Override
  public Future<Void> typing(ConversationId conversation) {
    return database.transact(handle -> notify(handle, conversation, Wake.TYPING)).mapEmpty();
  }

  @Override
  public Subscription listen(ConversationId conversation, Consumer<Wake> ear) {
    String page = page(conversation);
    ears.computeIfAbsent(page, first -> ConcurrentHashMap.newKeySet()).add(ear);
    return () ->
        ears.computeIfPresent(
            page,
            (name, open) -> {
              open.remove(ear);
              return open.isEmpty() ? null : open;
            });
  }

  @Override
  public void close() {
    notifications.close();
  }

  private String notify(Handle handle, ConversationId conversation, Wake wake) {
    return handle
        .createQuery("select pg_notify(:channel, :page)::text")
        .bind("channel", CHANNEL)
        .bind("page", page(conversation) + ' ' + wake)
        .mapTo(String.class)
        .one();
  }

  private void wake(String page) {
    int space = page.indexOf(' ');
    Wake wake = Wake.valueOf(page.substring(space + 1));
    ears.getOrDefault(page.substring(0, space), Set.of()).forEach(ear -> ear.accept(wake));
  }

  private String page(ConversationId conversation) {
    return HexFormat.of().formatHex(keys.index().sender(conversation.key()));
  }
}
