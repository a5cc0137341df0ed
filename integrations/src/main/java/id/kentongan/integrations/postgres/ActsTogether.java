package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Carries out effects of one kind, each once, many of them in one transaction: their rows, what
/// they do and their answers. Whoever asks again gets the answer of the first time.
public final class ActsTogether<T> {
  private final Keyring keys;
  private final Talks talks;
  private final Deeds<T> deeds;
  private final Batched<Wanted<T>, Optional<Answer>> batched;

  public ActsTogether(
      Database database, Keyring keys, Talks talks, Duration moment, Deeds<T> deeds) {
    this.keys = keys;
    this.talks = talks;
    this.deeds = deeds;
    this.batched = new Batched<>(database::transact, moment, this::carryOut);
  }

  /// An effect that was not carried out before, and its conversation.
  public record Begun<T>(Talks.Talk talk, T what) {}

  /// What the effects do; an answer for each, in their order, empty where nobody waits for one.
  /// What is added to `writes` is sent with the answers.
  @FunctionalInterface
  public interface Deeds<T> {
    List<Optional<Answer>> in(Handle handle, Writes writes, List<Begun<T>> begun);
  }

  private record Wanted<T>(ConversationId who, EffectId id, T what) {}

  /// One of a batch: its conversation, the index of its row, and whether it is the first time.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Act<T>(Wanted<T> wanted, Talks.Talk talk, byte[] effect, boolean first) {
    Begun<T> begun() {
      return new Begun<>(talk, wanted.what());
    }
  }

  public Future<Optional<Answer>> once(ConversationId who, EffectId id, T what) {
    return batched.ask(new Wanted<>(who, id, what));
  }

  private List<Optional<Answer>> carryOut(Handle handle, List<Wanted<T>> all) {
    // why: in one order, so that no two transactions wait for each other.
    var wanted = new TreeMap<EffectId, Wanted<T>>(Comparator.comparing(EffectId::text));
    all.forEach(one -> wanted.putIfAbsent(one.id(), one));
    List<Act<T>> acts = begin(handle, List.copyOf(wanted.values()));
    var answers = new HashMap<EffectId, Optional<Answer>>();
    for (Act<T> act : acts) {
      if (!act.first()) {
        Answer before = Acts.answered(handle, act.effect(), act.talk());
        answers.put(act.wanted().id(), Optional.of(before));
      }
    }
    carryOut(handle, acts.stream().filter(Act::first).toList(), answers);
    return all.stream().map(one -> Objects.requireNonNull(answers.get(one.id()))).toList();
  }

  private void carryOut(Handle handle, List<Act<T>> acts, Map<EffectId, Optional<Answer>> answers) {
    if (acts.isEmpty()) {
      return;
    }
    var writes = new Writes();
    var given = deeds.in(handle, writes, acts.stream().map(Act::begun).toList());
    var kept = new ArrayList<Kept>();
    for (int i = 0; i < acts.size(); i++) {
      Act<T> act = acts.get(i);
      answers.put(act.wanted().id(), given.get(i));
      given.get(i).ifPresent(a -> kept.add(new Kept(act.effect(), Acts.sealed(act.talk(), a))));
    }
    keep(writes, kept);
    writes.commit(handle);
  }

  /// The rows of those that were not begun before: one round trip where all conversations are
  /// known. Another transaction with one of them waits here until this one has ended.
  private List<Act<T>> begin(Handle handle, List<Wanted<T>> wanted) {
    List<Met> met =
        handle
            .createQuery(
                """
                with told as (
                  select * from unnest(:blinds, :effects) with ordinality as t (blind, effect, place)),
                met as materialized (
                  select told.effect, told.place, t.id from told
                  left join lateral (
                    select id from talks where blind = told.blind limit 1) as t on true),
                begun as (
                  insert into acts (effect, talk) select effect, id from met
                  where not exists (select 1 from met where id is null) order by place
                  on conflict do nothing returning effect)
                select coalesce(id, nextval('talks_id_seq')) as id, id is not null as known,
                  (select wrapped from person_keys where owner = 'talk/' || met.id) as wrapped,
                  effect, effect in (select effect from begun) as first
                from met order by place
                """)
            .bind("blinds", Columns.bytes(wanted, one -> keys.index().sender(one.who().key())))
            .bind("effects", Columns.bytes(wanted, one -> keys.index().effect(one.id().text())))
            .map(
                (row, context) ->
                    new Met(Talks.found(row), row.getBytes("effect"), row.getBoolean("first")))
            .list();
    var found = met.stream().map(Met::found).toList();
    List<Talks.Talk> all = talks.made(handle, wanted.stream().map(Wanted::who).toList(), found);
    boolean begun = found.stream().allMatch(Talks.Found::known);
    Set<ByteBuffer> first = begun ? Set.of() : begin(handle, met, all);
    var acts = new ArrayList<Act<T>>();
    for (int i = 0; i < wanted.size(); i++) {
      byte[] effect = met.get(i).effect();
      boolean fresh = begun ? met.get(i).first() : first.contains(ByteBuffer.wrap(effect));
      acts.add(new Act<>(wanted.get(i), all.get(i), effect, fresh));
    }
    return acts;
  }

  /// An effect's conversation as it was found, and whether its row was begun with that.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Met(Talks.Found found, byte[] effect, boolean first) {}

  private static Set<ByteBuffer> begin(Handle handle, List<Met> met, List<Talks.Talk> talks) {
    return handle
        .createQuery(
            """
            insert into acts (effect, talk) select * from unnest(:effects, :talks)
            on conflict do nothing returning effect
            """)
        .bind("effects", Columns.bytes(met, Met::effect))
        .bind("talks", Columns.numbers(talks, Talks.Talk::id))
        .mapTo(byte[].class)
        .map(ByteBuffer::wrap)
        .set();
  }

  /// An answer as it is kept with its effect.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Kept(byte[] effect, byte[] answer) {}

  private static void keep(Writes writes, List<Kept> answers) {
    if (!answers.isEmpty()) {
      writes.add(
          """
          update acts set answer = told.answer
          from unnest(:actEffects, :actAnswers) as told (effect, answer)
          where acts.effect = told.effect
          """,
          Map.of(
              "actEffects", Columns.bytes(answers, Kept::effect),
              "actAnswers", Columns.bytes(answers, Kept::answer)));
    }
  }
}
