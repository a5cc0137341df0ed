package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What could not be delivered, kept until an operator sends it again or drops it.
public interface DeadLetters {
  /// The oldest first.
  Future<List<DeadLetter>> list(int most);

  /// Those of these ids that are there.
  Future<List<DeadLetter>> find(List<String> ids);

  /// How many there are, without a look at them.
  Future<Long> count();

  /// Those of one conversation, the oldest first.
  Future<List<DeadLetter>> of(ConversationId who);

  /// Puts it back at the end of the outbox; false when there is no such letter.
  Future<Boolean> replay(String id);

  /// Deletes it; false when there is no such letter.
  Future<Boolean> drop(String id);

  /// Looks at all of them, some at a time, and deletes those that `gone` says yes to; says how many
  /// those were.
  Future<Integer> dropWhere(Function<DeadLetter, Future<Boolean>> gone);

  /// Adds what a provider took and then could not deliver.
  Future<Void> add(Post post, String why);

  /// `id` names it for the other two; `why` has no personal data; no `post` when this program
  /// cannot read it.
  record DeadLetter(String id, Instant since, @Nullable Post post, String why) {}
}
