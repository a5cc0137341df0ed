package id.kentongan.bot;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Post;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Dead letters in memory, in the order in which they came; `again` are those that were sent again.
public final class KeptLetters implements DeadLetters {
  public final List<DeadLetter> all = new ArrayList<>();
  public final List<DeadLetter> again = new ArrayList<>();

  /// A message; one that nobody can read where there is no `who`.
  public void put(String id, @Nullable ConversationId who, Instant since, String text, String why) {
    Post post =
        who == null
            ? null
            : new Post(EffectId.of(who, 1, 0), new Effect.Send(Bubble.of(text), false), null, null);
    all.add(new DeadLetter(id, since, post, why));
  }

  @Override
  public synchronized Future<List<DeadLetter>> list(int most) {
    return Future.succeededFuture(all.stream().limit(most).toList());
  }

  @Override
  public synchronized Future<List<DeadLetter>> find(List<String> ids) {
    return Future.succeededFuture(
        all.stream().filter(letter -> ids.contains(letter.id())).toList());
  }

  @Override
  public synchronized Future<Long> count() {
    return Future.succeededFuture((long) all.size());
  }

  @Override
  public synchronized Future<List<DeadLetter>> of(ConversationId who) {
    return Future.succeededFuture(
        all.stream()
            .filter(
                letter -> letter.post() != null && letter.post().id().conversation().equals(who))
            .toList());
  }

  @Override
  public synchronized Future<Boolean> replay(String id) {
    all.stream().filter(letter -> letter.id().equals(id)).forEach(again::add);
    return drop(id);
  }

  @Override
  public synchronized Future<Boolean> drop(String id) {
    return Future.succeededFuture(all.removeIf(letter -> letter.id().equals(id)));
  }

  @Override
  public synchronized Future<Integer> dropWhere(Function<DeadLetter, Future<Boolean>> gone) {
    int before = all.size();
    all.removeIf(letter -> gone.apply(letter).await());
    return Future.succeededFuture(before - all.size());
  }

  @Override
  public synchronized Future<Void> add(Post post, String why) {
    all.add(new DeadLetter("k1/" + all.size() + "-0", Instant.EPOCH, post, why));
    return Future.succeededFuture();
  }
}
