package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a web conversation shows, in its order, so that a page can ask for what it has not seen. A
/// failed future means the store was lost and may be tried again.
public interface WebMessages {
  /// Adds a line under `id` and wakes every page that listens; an `id` added twice is added once.
  /// Gives the line's number, rising by one within its conversation.
  Future<Long> append(ConversationId conversation, String id, Line line);

  /// The lines after number `seq`, oldest first, at most `most`.
  Future<List<Numbered>> since(ConversationId conversation, long seq, int most);

  /// The last lines, oldest first, at most `most`.
  Future<List<Numbered>> latest(ConversationId conversation, int most);

  /// Tells whoever listens that an answer is being made. Best effort, nothing is kept.
  Future<Void> typing(ConversationId conversation);

  /// Calls `ear` on any thread when there may be something new, on whichever node it happened,
  /// until the subscription is closed. A call may be missed when the store was lost: look again now
  /// and then.
  Subscription listen(ConversationId conversation, Consumer<Wake> ear);

  /// A line of the chat: the person's own (`own`) or ours, when, and what. A person's upload is
  /// named by its handle. `from` is the network address that it came from, not kept but as a hash,
  /// by which tries are counted.
  record Line(boolean own, Instant at, Bubble bubble, @Nullable String from) {
    public Line(boolean own, Instant at, Bubble bubble) {
      this(own, at, bubble, null);
    }

    @Override
    public String toString() {
      return "Line[" + (own ? "own" : "ours") + "]";
    }
  }

  /// A line with its number and the id it was added under.
  record Numbered(long seq, String id, Line line) {}

  /// Why a listener is called.
  enum Wake {
    NEW,
    TYPING
  }

  /// Ends a [#listen].
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
