package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.crypto.DataKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fifth room: conversations as they are kept, changed only by [#commit], which is atomic.
public interface Vault {
  /// The conversation and its version; a fresh one has version 0. Fails with [TooNew] when a newer
  /// node wrote it in a shape this one cannot read.
  Future<Loaded> load(ConversationId conversation);

  /// What to begin a turn with: the conversation as this node knows it, without asking the store
  /// where it need not. The commit is [Committed.Stale] when another node was there meanwhile.
  default Future<Loaded> base(ConversationId conversation) {
    return load(conversation);
  }

  Future<Committed> commit(Commit commit);

  /// The shard, by name, that keeps a conversation.
  String shard(ConversationId conversation);

  /// A conversation as loaded; `lastInbound` is when the person last wrote, `key` what its state is
  /// sealed with.
  record Loaded(Talk talk, long version, @Nullable Instant lastInbound, @Nullable DataKey key) {}

  /// A step to write over what was loaded. `eventId` is remembered; `version` is what it becomes,
  /// greater than the base's.
  record Commit(
      ConversationId conversation,
      Loaded base,
      String eventId,
      long version,
      Next next,
      Origin origin) {}

  /// What is written: the conversation as it is now, the effects to come in order, changes to
  /// timers.
  record Next(Talk talk, List<Post> posts, List<Timer> timers) {
    public Next {
      posts = List.copyOf(posts);
      timers = List.copyOf(timers);
    }
  }

  /// Where an event came from.
  sealed interface Origin {
    /// The person, at the provider's time: withdraws the questions that have not left.
    record Person(Instant at) implements Origin {}

    /// The outcome of an outbox entry, which the commit deletes.
    record Settled(String entry, Lease lease) implements Origin {}

    /// A timer, which the commit takes away; when it does not stand any more, the event is a
    /// duplicate.
    record Fired(TimerName name, Instant due) implements Origin {}

    /// Anything else: news of the records.
    record Told() implements Origin {}
  }

  /// What came of a commit.
  sealed interface Committed {
    /// `handed`: the new entries, when this node owns the shard and need not read them back;
    /// `holder`: the node that owns it otherwise, as far as there is one.
    record Done(long version, @Nullable Handed handed, @Nullable String holder)
        implements Committed {
      public Done(long version, @Nullable Handed handed) {
        this(version, handed, null);
      }
    }

    /// This event took effect before.
    record Duplicate() implements Committed {}

    /// Another turn was committed meanwhile: load again.
    record Stale() implements Committed {}

    /// The lease was lost: another node goes on.
    record Fenced() implements Committed {}
  }

  /// The entries written under a lease of the committing node, and how many commits other nodes had
  /// made into the shard: when that is more than the node has read, it must read before it goes on.
  record Handed(Lease lease, long foreign, List<String> entries) {
    public Handed {
      entries = List.copyOf(entries);
    }
  }

  /// The state was written in a shape that this program does not know; a newer node has to handle
  /// it.
  final class TooNew extends Exception {
    private static final long serialVersionUID = 1L;

    public TooNew() {
      super("a conversation was written by a newer program", null, false, false);
    }
  }
}
