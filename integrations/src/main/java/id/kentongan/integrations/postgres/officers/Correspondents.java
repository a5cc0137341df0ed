package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// With whom a conversation of that number is, and which number somebody's conversation has.
public final class Correspondents {
  private final Database database;
  private final Keyring keys;

  public Correspondents(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
  }

  /// The number of a conversation and whose it is, as far as they are known.
  public record Known(long talk, Inbox.Person person) {}

  /// Empty when there is no such conversation, or it was erased.
  public Future<Optional<ConversationId>> who(long talk) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select t.channel, t.sender, k.wrapped from talks t
                    join person_keys k on k.owner = 'talk/' || t.id where t.id = :talk
                    """)
                .bind("talk", talk)
                .map(
                    (row, context) -> {
                      Secrets secrets = keys.open("talk/" + talk, row.getBytes("wrapped"));
                      return new ConversationId(
                          row.getString("channel"), secrets.open("sender", row.getBytes("sender")));
                    })
                .findOne());
  }

  /// Those of whom the records know anything.
  public Future<Map<ConversationId, Known>> known(List<ConversationId> whose) {
    List<ConversationId> each = whose.stream().distinct().toList();
    return each.isEmpty()
        ? Future.succeededFuture(Map.of())
        : database.transact(
            handle ->
                handle
                    .createQuery(
                        """
                        select told.place, t.id, p.name, p.village, coalesce(p.sample, false) sample
                        from unnest(:blinds) with ordinality as told (blind, place)
                        join talks t on t.blind = told.blind
                        left join persons p on p.id = t.person
                        """)
                    .bind("blinds", Columns.bytes(each, who -> keys.index().sender(who.key())))
                    .map(
                        (row, context) ->
                            Map.entry(
                                each.get(row.getInt("place") - 1),
                                new Known(
                                    row.getLong("id"),
                                    new Inbox.Person(
                                        row.getString("name"),
                                        row.getString("village"),
                                        row.getBoolean("sample")))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
