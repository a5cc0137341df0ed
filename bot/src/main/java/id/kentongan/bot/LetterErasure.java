package id.kentongan.bot;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Drops the dead letters of conversations that were erased since: they lie in another store than
/// the records.
final class LetterErasure {
  private final DeadLetters letters;
  private final Function<ConversationId, Future<Optional<Instant>>> erased;

  /// `erased` tells when a conversation was erased, if it ever was.
  LetterErasure(DeadLetters letters, Function<ConversationId, Future<Optional<Instant>>> erased) {
    this.letters = letters;
    this.erased = erased;
  }

  /// Says how many went.
  Future<Integer> sweep() {
    return letters.dropWhere(this::erasedSince);
  }

  private Future<Boolean> erasedSince(DeadLetter letter) {
    Post post = letter.post();
    if (post == null) {
      return Future.succeededFuture(false);
    }
    return erased
        .apply(post.id().conversation())
        .map(at -> at.filter(letter.since()::isBefore).isPresent());
  }
}
