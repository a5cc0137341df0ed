package id.kentongan.bot;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Drops the dead letters of conversations that were erased since: they lie in another store than
/// the records.
final class LetterErasure {
  private static final int MOST = 10_000;

  private final DeadLetters letters;
  private final Function<ConversationId, Future<Optional<Instant>>> erased;

  /// `erased` tells when a conversation was erased, if it ever was.
  LetterErasure(DeadLetters letters, Function<ConversationId, Future<Optional<Instant>>> erased) {
    this.letters = letters;
    this.erased = erased;
  }

  /// Says how many went.
  Future<Integer> sweep() {
    return letters.list(MOST).compose(found -> dropped(found, 0));
  }

  private Future<Integer> dropped(List<DeadLetter> left, int before) {
    if (left.isEmpty()) {
      return Future.succeededFuture(before);
    }
    List<DeadLetter> rest = left.subList(1, left.size());
    return dropped(left.getFirst()).compose(gone -> dropped(rest, gone ? before + 1 : before));
  }

  private Future<Boolean> dropped(DeadLetter letter) {
    Post post = letter.post();
    if (post == null) {
      return Future.succeededFuture(false);
    }
    return erased
        .apply(post.id().conversation())
        .compose(
            at ->
                at.filter(letter.since()::isBefore).isPresent()
                    ? letters.drop(letter.id())
                    : Future.succeededFuture(false));
  }
}
