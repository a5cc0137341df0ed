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

/// Carries out each effect once: the effect's row, what it does and its answer are one transaction;
/// whoever asks again gets the answer of the first time.
final class Acts {
  private static final JsonMapper JSON = StoredJson.mapper(List.of());

  private final Database database;
  private final Keyring keys;
  private final Talks talks;

  Acts(Database database, Keyring keys, Talks talks) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
  }

  /// What an effect does, within its transaction.
  @FunctionalInterface
  interface Act {
    Answer in(Handle handle, Talks.Talk talk);
  }

  /// What an effect does that nobody waits for.
  @FunctionalInterface
  interface Deed {
    void in(Handle handle, Talks.Talk talk);
  }

  Future<Answer> once(ConversationId who, EffectId id, Act act) {
    return database.transact(
        handle -> {
          Talks.Talk talk = talks.of(handle, who);
          byte[] effect = keys.index().effect(id.text());
          if (!begin(handle, effect, talk)) {
            return answered(handle, effect, talk);
          }
          Answer answer = act.in(handle, talk);
          handle.execute(
              "update acts set answer = ? where effect = ?",
              talk.secrets().seal("answer", write(answer)),
              effect);
          return answer;
        });
  }

  Future<Void> carryOut(ConversationId who, EffectId id, Deed deed) {
    return database
        .transact(
            handle -> {
              Talks.Talk talk = talks.of(handle, who);
              boolean first = begin(handle, keys.index().effect(id.text()), talk);
              if (first) {
                deed.in(handle, talk);
              }
              return first;
            })
        .mapEmpty();
  }

  /// A second transaction with the same effect waits here until the first has ended.
  private static boolean begin(Handle handle, byte[] effect, Talks.Talk talk) {
    return handle.execute(
            "insert into acts (effect, talk) values (?, ?) on conflict do nothing",
            effect,
            talk.id())
        == 1;
  }

  private static Answer answered(Handle handle, byte[] effect, Talks.Talk talk) {
    byte[] sealed =
        handle
            .createQuery("select answer from acts where effect = :effect")
            .bind("effect", effect)
            .mapTo(byte[].class)
            .one();
    try {
      return JSON.readValue(talk.secrets().open("answer", sealed), Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of another shape was kept", e);
    }
  }

  private static String write(Answer answer) {
    try {
      return JSON.writerFor(Answer.class).writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }
}
