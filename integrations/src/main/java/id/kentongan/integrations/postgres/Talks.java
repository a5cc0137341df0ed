package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Conversations as the records know them: found blind by channel and sender, each with its key,
/// perhaps bound to a person.
public final class Talks {
  private final Keyring keys;

  public Talks(Keyring keys) {
    this.keys = keys;
  }

  /// A conversation in the records.
  public record Talk(long id, Secrets secrets) {}

  /// The conversation's row, made when it is new.
  public Talk of(Handle handle, ConversationId who) {
    return all(handle, List.of(who)).getFirst();
  }

  /// The rows of these conversations in their order, made where they are new: one round trip when
  /// all are known, two otherwise.
  public List<Talk> all(Handle handle, List<ConversationId> whose) {
    return made(handle, whose, find(handle, whose));
  }

  /// A conversation's row with its key, or the id that it is to have.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Found(long id, boolean known, byte @Nullable [] wrapped) {}

  /// `id`, `known` and `wrapped` of a row.
  static Found found(ResultSet row) throws SQLException {
    return new Found(row.getLong("id"), row.getBoolean("known"), row.getBytes("wrapped"));
  }

  /// Makes those that are not known.
  List<Talk> made(Handle handle, List<ConversationId> whose, List<Found> found) {
    // why sorted: two transactions that make the same in different orders would wait for each other
    var fresh = new TreeMap<ConversationId, Talk>(Comparator.comparing(ConversationId::key));
    for (int i = 0; i < whose.size(); i++) {
      if (!found.get(i).known()) {
        long id = found.get(i).id();
        fresh.put(whose.get(i), new Talk(id, new Secrets("talk/" + id, keys.fresh())));
      }
    }
    if (!fresh.isEmpty()) {
      insert(handle, fresh);
    }
    var all = new ArrayList<Talk>();
    for (int i = 0; i < whose.size(); i++) {
      Talk made = fresh.get(whose.get(i));
      all.add(made != null ? made : open(found.get(i)));
    }
    return all;
  }

  /// The conversation's row, if there is one.
  public Optional<Talk> known(Handle handle, ConversationId who) {
    return handle
        .createQuery(
            """
            select t.id, true as known, k.wrapped
            from talks t left join person_keys k on k.owner = 'talk/' || t.id
            where t.blind = :blind
            """)
        .bind("blind", blind(who))
        .map((row, context) -> open(found(row)))
        .findOne();
  }

  public ConversationId conversation(Handle handle, long id) {
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
  public OptionalLong person(Handle handle, long id) {
    return handle
        .createQuery("select person from talks where id = :id and person is not null")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /// From now on; who was bound before shares the conversation.
  public void bind(Handle handle, long id, long person) {
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

  /// Those that another transaction made meanwhile become what it made: one round trip more.
  private void insert(Handle handle, SortedMap<ConversationId, Talk> fresh) {
    Set<Long> made = inserted(handle, fresh);
    var others =
        fresh.keySet().stream()
            .filter(who -> !made.contains(Objects.requireNonNull(fresh.get(who)).id()))
            .toList();
    if (!others.isEmpty()) {
      List<Found> found = find(handle, others);
      for (int i = 0; i < others.size(); i++) {
        fresh.put(others.get(i), open(found.get(i)));
      }
    }
  }

  /// The ids of those that no other transaction made meanwhile.
  private Set<Long> inserted(Handle handle, SortedMap<ConversationId, Talk> fresh) {
    var whose = List.copyOf(fresh.keySet());
    var talks = List.copyOf(fresh.values());
    var senders = new ArrayList<byte[]>();
    fresh.forEach((who, talk) -> senders.add(talk.secrets().seal("sender", who.sender())));
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
        .bind("blinds", Columns.bytes(whose, this::blind))
        .bind("channels", Columns.texts(whose, ConversationId::channel))
        .bind("senders", Columns.bytes(senders, sender -> sender))
        .bind("wrapped", Columns.bytes(talks, talk -> keys.wrapped(talk.secrets())))
        .mapTo(Long.class)
        .set();
  }

  private byte[] blind(ConversationId who) {
    return keys.index().sender(who.key());
  }

  private Talk open(Found found) {
    return new Talk(found.id(), keys.open("talk/" + found.id(), found.wrapped()));
  }

  /// why limit: so that each is found by its index, however small the table was when the statement
  /// was planned.
  private List<Found> find(Handle handle, List<ConversationId> whose) {
    return handle
        .createQuery(
            """
            select coalesce(t.id, nextval('talks_id_seq')) as id, t.id is not null as known,
              (select wrapped from person_keys where owner = 'talk/' || t.id) as wrapped
            from unnest(:blinds) with ordinality as told (blind, place)
            left join lateral (select id from talks where blind = told.blind limit 1) as t on true
            order by told.place
            """)
        .bind("blinds", Columns.bytes(whose, this::blind))
        .map((row, context) -> found(row))
        .list();
  }
}
