package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Carries out effects of one kind, each once, many of them in one transaction: their rows, what
/// they do and their answers. Whoever asks again gets the answer of the first time.
final class ActsTogether<T> {
  private final Keyring keys;
  private final Talks talks;
  private final Deeds<T> deeds;
  private final Batched<Wanted<T>, Optional<Answer>> batched;

  ActsTogether(Database database, Keyring keys, Talks talks, Duration moment, Deeds<T> deeds) {
    this.keys = keys;
    this.talks = talks;
    this.deeds = deeds;
    this.batched = new Batched<>(database::transact, moment, this::carryOut);
  }

  /// An effect that was not carried out before, and its conversation.
  record Begun<T>(Talks.Talk talk, T what) {}

  /// What the effects do; an answer for each, in their order, empty where nobody waits for one.
  @FunctionalInterface
  interface Deeds<T> {
    List<Optional<Answer>> in(Handle handle, List<Begun<T>> begun);
  }

  private record Wanted<T>(ConversationId who, EffectId id, T what) {}

  /// One of a batch: its conversation, the index of its row, and what came of it.
  private static final class Act<T> {
    final T what;
    final Talks.Talk talk;
    final byte[] effect;
    Optional<Answer> answer = Optional.empty();

    Act(T what, Talks.Talk talk, byte[] effect) {
      this.what = what;
      this.talk = talk;
      this.effect = effect;
    }

    Begun<T> begun() {
      return new Begun<>(talk, what);
    }

    byte @Nullable [] sealed() {
      return answer.map(given -> Acts.sealed(talk, given)).orElse(null);
    }
  }

  Future<Optional<Answer>> once(ConversationId who, EffectId id, T what) {
    return batched.ask(new Wanted<>(who, id, what));
  }

  private List<Optional<Answer>> carryOut(Handle handle, List<Wanted<T>> all) {
    Map<EffectId, Act<T>> acts = acts(handle, all);
    Set<ByteBuffer> begun = begin(handle, List.copyOf(acts.values()));
    var first =
        acts.values().stream().filter(act -> begun.contains(ByteBuffer.wrap(act.effect))).toList();
    var others =
        acts.values().stream().filter(act -> !begun.contains(ByteBuffer.wrap(act.effect))).toList();
    if (!first.isEmpty()) {
      var answers = deeds.in(handle, first.stream().map(Act::begun).toList());
      for (int i = 0; i < first.size(); i++) {
        first.get(i).answer = answers.get(i);
      }
      keep(handle, first.stream().filter(act -> act.answer.isPresent()).toList());
    }
    for (Act<T> act : others) {
      act.answer = Optional.of(Acts.answered(handle, act.effect, act.talk));
    }
    return all.stream().map(one -> Objects.requireNonNull(acts.get(one.id())).answer).toList();
  }

  /// In one order, so that no two transactions wait for each other.
  private Map<EffectId, Act<T>> acts(Handle handle, List<Wanted<T>> all) {
    List<ConversationId> whose = all.stream().map(Wanted::who).distinct().toList();
    List<Talks.Talk> found = talks.all(handle, whose);
    var byWho = new HashMap<ConversationId, Talks.Talk>();
    for (int i = 0; i < found.size(); i++) {
      byWho.put(whose.get(i), found.get(i));
    }
    var acts = new TreeMap<EffectId, Act<T>>(Comparator.comparing(EffectId::text));
    for (Wanted<T> one : all) {
      var talk = Objects.requireNonNull(byWho.get(one.who()));
      acts.putIfAbsent(one.id(), new Act<>(one.what(), talk, keys.index().effect(one.id().text())));
    }
    return acts;
  }

  /// Those that were not begun before. Another transaction with one of them waits here until this
  /// one has ended.
  private Set<ByteBuffer> begin(Handle handle, List<Act<T>> acts) {
    return handle
        .createQuery(
            """
            insert into acts (effect, talk) select * from unnest(:effects, :talks)
            on conflict do nothing returning effect
            """)
        .bind("effects", Columns.bytes(acts, act -> act.effect))
        .bind("talks", Columns.numbers(acts, act -> act.talk.id()))
        .mapTo(byte[].class)
        .map(ByteBuffer::wrap)
        .set();
  }

  private static <T> void keep(Handle handle, List<Act<T>> acts) {
    if (!acts.isEmpty()) {
      handle
          .createUpdate(
              """
              update acts set answer = told.answer
              from unnest(:effects, :answers) as told (effect, answer)
              where acts.effect = told.effect
              """)
          .bind("effects", Columns.bytes(acts, act -> act.effect))
          .bind("answers", Columns.bytes(acts, Act::sealed))
          .execute();
    }
  }
}
