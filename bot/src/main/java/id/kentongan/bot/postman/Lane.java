package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A conversation's effects that wait for each other: the next begins when the one before has its
/// outcome. Used on one event loop.
final class Lane {
  private final TreeSet<Item> waiting = new TreeSet<>((a, b) -> Item.compare(a.entry(), b.entry()));
  private @Nullable Item current;

  /// Which lane an effect is in.
  record Key(ConversationId conversation, Effect.Lane lane) {
    static Key of(Item item) {
      return new Key(item.conversation(), item.post().effect().lane());
    }
  }

  void add(Item item) {
    waiting.add(item);
  }

  boolean busy() {
    return current != null;
  }

  boolean empty() {
    return current == null && waiting.isEmpty();
  }

  /// The next to begin, now under way; none while one is. `before`: an entry that nothing may pass.
  @Nullable Item begin(@Nullable String before) {
    boolean waits =
        waiting.isEmpty() || (before != null && Item.compare(waiting.first().entry(), before) > 0);
    if (current == null && !waits) {
      current = waiting.pollFirst();
      return current;
    }
    return null;
  }

  void end() {
    current = null;
  }

  /// The one under way is tried again, and so was certainly not left by another owner.
  void replace(Item again) {
    current = again;
  }

  /// why: what comes after something that was not delivered cannot have been sent either.
  void nothingElseWasSent() {
    Iterator<Item> items = new TreeSet<>(waiting).iterator();
    waiting.clear();
    items.forEachRemaining(item -> waiting.add(item.ours()));
  }
}
