package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Conversations as the records know them: found blind by channel and sender, each with its key,
/// perhaps bound to a person.
final class Talks {
  private final Keyring keys;

  Talks(Keyring keys) {
    this.keys = keys;
  }

  /// A conversation in the records.
  record Talk(long id, Secrets secrets) {}

  /// The conversation's row, made when it is new.
  Talk of(Handle handle, ConversationId who) {
    byte[] blind = keys.index().sender(who.key());
    Optional<Long> known = find(handle, blind);
    if (known.isPresent()) {
      return new Talk(known.get(), keys.talk(handle, known.get()));
    }
    return make(handle, who, blind)
        .orElseGet(
            () -> {
              long id = find(handle, blind).orElseThrow();
              return new Talk(id, keys.talk(handle, id));
            });
  }

  /// The conversation's row, if there is one.
  Optional<Talk> known(Handle handle, ConversationId who) {
    return find(handle, keys.index().sender(who.key()))
        .map(id -> new Talk(id, keys.talk(handle, id)));
  }

  ConversationId conversation(Handle handle, long id) {
    Secrets secrets = keys.talk(handle, id);
    return handle
        .createQuery("select channel, sender from talks where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new ConversationId(
                    row.getString("channel"), secrets.open("sender", row.getBytes("sender"))))
        .one();
  }

  /// The person the conversation is bound to.
  OptionalLong person(Handle handle, long id) {
    return handle
        .createQuery("select person from talks where id = :id and person is not null")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void bind(Handle handle, long id, long person) {
    handle.execute("update talks set person = ? where id = ?", person, id);
  }

  /// Empty when another transaction made it meanwhile.
  private Optional<Talk> make(Handle handle, ConversationId who, byte[] blind) {
    long id =
        handle
            .createQuery("select nextval(pg_get_serial_sequence('talks', 'id'))")
            .mapTo(Long.class)
            .one();
    var secrets = new Secrets("talk/" + id, keys.fresh());
    int made =
        handle
            .createUpdate(
                """
                insert into talks (id, blind, channel, sender) overriding system value
                values (:id, :blind, :channel, :sender)
                on conflict (blind) do nothing
                """)
            .bind("id", id)
            .bind("blind", blind)
            .bind("channel", who.channel())
            .bind("sender", secrets.seal("sender", who.sender()))
            .execute();
    if (made == 0) {
      return Optional.empty();
    }
    return Optional.of(new Talk(id, keys.give(handle, secrets.owner(), secrets.key())));
  }

  private static Optional<Long> find(Handle handle, byte[] blind) {
    return handle
        .createQuery("select id from talks where blind = :blind")
        .bind("blind", blind)
        .mapTo(Long.class)
        .findOne();
  }
}
