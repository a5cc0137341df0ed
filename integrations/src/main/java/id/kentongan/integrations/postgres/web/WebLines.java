package id.kentongan.integrations.postgres.web;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.WebMessages.Line;
import id.kentongan.integrations.WebMessages.Numbered;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.postgres.Talks;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of the web chat's lines. An id is kept without its conversation, which the row names
/// already and the id must not tell.
final class WebLines {
  private final Talks talks;
  private final BlindIndex index;

  WebLines(Talks talks, BlindIndex index) {
    this.talks = talks;
    this.index = index;
  }

  long add(Handle handle, ConversationId who, String id, Line line) {
    Talks.Talk talk = talks.of(handle, who);
    String name = name(who, id);
    Optional<Long> known = find(handle, talk, name);
    if (known.isPresent()) {
      return known.get();
    }
    long seq = next(handle, talk, line.from());
    // why: whoever held the row before may have added this very line.
    known = find(handle, talk, name);
    if (known.isPresent()) {
      handle.execute("update web_talks set last = last - 1 where talk = ?", talk.id());
      return known.get();
    }
    byte[] sealed = talk.secrets().seal("web/" + seq, WebLineJson.of(line));
    handle.execute("insert into web_lines values (?, ?, ?, ?)", talk.id(), seq, name, sealed);
    return seq;
  }

  List<Numbered> since(Handle handle, ConversationId who, long seq, int most) {
    return read(
        handle,
        who,
        "select * from web_lines where talk = :talk and seq > :seq order by seq limit :most",
        seq,
        most);
  }

  List<Numbered> latest(Handle handle, ConversationId who, int most) {
    return read(
        handle,
        who,
        """
        select * from (
          select * from web_lines where talk = :talk and seq > :seq order by seq desc limit :most
        ) last order by seq
        """,
        0,
        most);
  }

  private List<Numbered> read(Handle handle, ConversationId who, String sql, long seq, int most) {
    return talks
        .known(handle, who)
        .map(
            talk ->
                handle
                    .createQuery(sql)
                    .bind("talk", talk.id())
                    .bind("seq", seq)
                    .bind("most", most)
                    .map(
                        (row, context) -> {
                          long number = row.getLong("seq");
                          String text = talk.secrets().open("web/" + number, row.getBytes("line"));
                          return new Numbered(
                              number, id(who, row.getString("name")), WebLineJson.read(text));
                        })
                    .list())
        .orElse(List.of());
  }

  private static Optional<Long> find(Handle handle, Talks.Talk talk, String name) {
    return handle
        .createQuery("select seq from web_lines where talk = :talk and name = :name")
        .bind("talk", talk.id())
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  private long next(Handle handle, Talks.Talk talk, @Nullable String from) {
    return handle
        .createQuery(
            """
            insert into web_talks (talk, last, address) values (:talk, 1, :address)
            on conflict (talk) do update set last = web_talks.last + 1,
              address = coalesce(excluded.address, web_talks.address)
            returning last
            """)
        .bind("talk", talk.id())
        .bind("address", from == null ? null : index.address(from))
        .mapTo(Long.class)
        .one();
  }

  private static String name(ConversationId who, String id) {
    return id.startsWith(who.key()) ? '~' + id.substring(who.key().length()) : id;
  }

  private static String id(ConversationId who, String name) {
    return name.startsWith("~") ? who.key() + name.substring(1) : name;
  }
}
