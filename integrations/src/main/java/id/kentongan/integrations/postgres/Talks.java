package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
    return all(handle, List.of(who)).getFirst();
  }

  /// The rows of these conversations in their order, made where they are new: one round trip when
  /// all are known, three otherwise.
  List<Talk> all(Handle handle, List<ConversationId> whose) {
    List<byte[]> blinds = whose.stream().map(this::blind).toList();
    List<Optional<Talk>> found = find(handle, blinds);
    if (found.stream().allMatch(Optional::isPresent)) {
      return found.stream().map(Optional::orElseThrow).toList();
    }
    var fresh = new ArrayList<ConversationId>();
    for (int i = 0; i < whose.size(); i++) {
      if (found.get(i).isEmpty()) {
        fresh.add(whose.get(i));
      }
    }
    // why sorted: two transactions that make the same in different orders would wait for each other
    fresh.sort(Comparator.comparing(ConversationId::key));
    Map<ConversationId, Talk> made = make(handle, fresh);
    var all = new ArrayList<Talk>();
    for (int i = 0; i < whose.size(); i++) {
      Talk talk = found.get(i).orElse(made.get(whose.get(i)));
      // why: another transaction made it meanwhile.
      all.add(talk != null ? talk : find(handle, blinds.get(i)).orElseThrow());
    }
    return all;
  }

  /// The conversation's row, if there is one.
  Optional<Talk> known(Handle handle, ConversationId who) {
    return find(handle, blind(who));
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

  /// From now on; who was bound before shares the conversation.
  void bind(Handle handle, long id, long person) {
    handle.execute(
        """
        insert into profiles (talk, person)
        select id, person from talks where id = ? and person is not null
        union select ?, ? on conflict do nothing
        """,
        id,
        id,
        person);
    handle.execute("update talks set person = ? where id = ?", person, id);
  }

  /// Those that no other transaction made meanwhile.
  private Map<ConversationId, Talk> make(Handle handle, List<ConversationId> fresh) {
    List<Talk> talks =
        handle
            .createQuery(
                """
                select nextval(pg_get_serial_sequence('talks', 'id')) from generate_series(1, :many)
                """)
            .bind("many", fresh.size())
            .mapTo(Long.class)
            .map(id -> new Talk(id, new Secrets("talk/" + id, keys.fresh())))
            .list();
    Set<Long> made = insert(handle, fresh, talks);
    var byWho = new HashMap<ConversationId, Talk>();
    for (int i = 0; i < fresh.size(); i++) {
      if (made.contains(talks.get(i).id())) {
        byWho.put(fresh.get(i), talks.get(i));
      }
    }
    return byWho;
  }

  private Set<Long> insert(Handle handle, List<ConversationId> fresh, List<Talk> talks) {
    var senders = new byte[fresh.size()][];
    for (int i = 0; i < senders.length; i++) {
      senders[i] = talks.get(i).secrets().seal("sender", fresh.get(i).sender());
    }
    return handle
        .createQuery(
            """
            with told as (
              select * from unnest(:ids, :blinds, :channels, :senders, :wrapped)
                as t (id, blind, channel, sender, wrapped)),
            made as (
              insert into talks (id, blind, channel, sender) overriding system value
              select id, blind, channel, sender from told on conflict (blind) do nothing
              returning id),
            given as (
              insert into person_keys (owner, wrapped)
              select 'talk/' || told.id, told.wrapped from told join made using (id))
            select id from made
            """)
        .bind("ids", Columns.numbers(talks, Talk::id))
        .bind("blinds", Columns.bytes(fresh, this::blind))
        .bind("channels", Columns.texts(fresh, ConversationId::channel))
        .bind("senders", Columns.bytes(List.of(senders), sender -> sender))
        .bind("wrapped", Columns.bytes(talks, talk -> keys.wrapped(talk.secrets())))
        .mapTo(Long.class)
        .set();
  }

  private byte[] blind(ConversationId who) {
    return keys.index().sender(who.key());
  }

  private Optional<Talk> find(Handle handle, byte[] blind) {
    return find(handle, List.of(blind)).getFirst();
  }

  /// why limit: so that each is found by its index, however small the table was when the statement
  /// was planned.
  private List<Optional<Talk>> find(Handle handle, List<byte[]> blinds) {
    return handle
        .createQuery(
            """
            select t.id,
              (select wrapped from person_keys where owner = 'talk/' || t.id) as wrapped
            from unnest(:blinds) with ordinality as told (blind, place)
            left join lateral (select id from talks where blind = told.blind limit 1) as t on true
            order by told.place
            """)
        .bind("blinds", Columns.bytes(blinds, blind -> blind))
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              return row.wasNull()
                  ? Optional.<Talk>empty()
                  : Optional.of(new Talk(id, keys.open("talk/" + id, row.getBytes("wrapped"))));
            })
        .list();
  }
}
