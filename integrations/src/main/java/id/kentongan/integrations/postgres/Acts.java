package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Carries out each effect once: the effect's row, what it does and its answer are one transaction;
/// whoever asks again gets the answer of the first time.
public final class Acts {
  private static final JsonMapper JSON = StoredJson.mapper(List.of());

  private final Database database;
  private final Keyring keys;
  private final Talks talks;

  public Acts(Database database, Keyring keys, Talks talks) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
  }

  /// What an effect does, within its transaction.
  @FunctionalInterface
  public interface Act {
    Answer in(Handle handle, Talks.Talk talk);
  }

  /// What an effect does that nobody waits for.
  @FunctionalInterface
  public interface Deed {
    void in(Handle handle, Talks.Talk talk);
  }

  public Future<Answer> once(ConversationId who, EffectId id, Act act) {
    return database.transact(
        handle -> {
          byte[] effect = keys.index().effect(id.text());
          Begun begun = begin(handle, effect, who);
          Talks.Talk talk = begun.talk();
          if (!begun.first()) {
            return answered(handle, effect, talk);
          }
          Answer answer = act.in(handle, talk);
          handle.execute(
              "update acts set answer = ? where effect = ?", sealed(talk, answer), effect);
          return answer;
        });
  }

  public Future<Void> carryOut(ConversationId who, EffectId id, Deed deed) {
    return database
        .transact(
            handle -> {
              Begun begun = begin(handle, keys.index().effect(id.text()), who);
              if (begun.first()) {
                deed.in(handle, begun.talk());
              }
              return begun.first();
            })
        .mapEmpty();
  }

  /// `first`: the effect was not carried out before.
  private record Begun(Talks.Talk talk, boolean first) {}

  /// A second transaction with the same effect waits here until the first has ended.
  private Begun begin(Handle handle, byte[] effect, ConversationId who) {
    return handle
        .createQuery(
            """
            with talk as (
              select t.id, k.wrapped from talks t join person_keys k on k.owner = 'talk/' || t.id
              where t.blind = :blind),
            act as (
              insert into acts (effect, talk) select :effect, id from talk
              on conflict do nothing returning effect)
            select id, wrapped, exists (select 1 from act) as first from talk
            """)
        .bind("blind", keys.index().sender(who.key()))
        .bind("effect", effect)
        .map(
            (row, context) -> {
              String owner = "talk/" + row.getLong("id");
              Secrets secrets = keys.open(owner, row.getBytes("wrapped"));
              return new Begun(new Talks.Talk(row.getLong("id"), secrets), row.getBoolean("first"));
            })
        .findOne()
        .orElseGet(() -> begin(handle, effect, talks.of(handle, who)));
  }

  private static Begun begin(Handle handle, byte[] effect, Talks.Talk talk) {
    int made =
        handle.execute(
            "insert into acts (effect, talk) values (?, ?) on conflict do nothing",
            effect,
            talk.id());
    return new Begun(talk, made == 1);
  }

  /// What an effect that was carried out before was answered.
  static Answer answered(Handle handle, byte[] effect, Talks.Talk talk) {
    byte @Nullable [] sealed =
        handle
            .createQuery("select answer from acts where effect = :effect")
            .bind("effect", effect)
            .map((row, context) -> row.getBytes("answer"))
            .one();
    return opened(talk, sealed);
  }

  /// An answer as it is kept.
  static byte[] sealed(Talks.Talk talk, Answer answer) {
    try {
      return talk.secrets().seal("answer", JSON.writerFor(Answer.class).writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  /// An answer as it was kept; none of a conversation that was erased.
  static Answer opened(Talks.Talk talk, byte @Nullable [] sealed) {
    if (sealed == null) {
      return new Answer.GivenUp("erased");
    }
    try {
      return JSON.readValue(talk.secrets().open("answer", sealed), Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of another shape was kept", e);
    }
  }
}
