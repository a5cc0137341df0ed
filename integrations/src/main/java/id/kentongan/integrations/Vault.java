package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fifth room: conversations as they are kept, changed only by [#commit], which is atomic.
public interface Vault {
  /// The conversation and its version; a fresh one has version 0. Fails with [TooNew] when a newer
  /// node wrote it in a shape this one cannot read.
  Future<Loaded> load(ConversationId conversation);

  Future<Committed> commit(Commit commit);

  /// A conversation as loaded; `lastInbound` is when the person last wrote.
  record Loaded(Talk talk, long version, @Nullable Instant lastInbound) {}

  /// A step to write. `eventId` is remembered; `base` is the version that was loaded; `settles` the
  /// outbox entries whose outcome this event is (deleted in the same step); `fromPerson` when a
  /// person wrote at `at`.
  record Commit(
      ConversationId conversation,
      String eventId,
      long base,
      Talk next,
      List<Effect> effects,
      List<Timer> timers,
      Origin origin) {}

  /// Where the event came from: the person's message at `at`, answered by its `handle`; or an
  /// outbox entry under a lease, or a timer.
  record Origin(
      Instant at, boolean fromPerson, @Nullable String handle, @Nullable Settles settles) {}

  /// The outbox entry that this event's commit acknowledges and deletes.
  record Settles(EffectId effect, String entry, long fence) {}

  /// What came of a commit.
  sealed interface Committed {
    record Done(long version) implements Committed {}

    /// This event took effect before.
    record Duplicate() implements Committed {}

    /// Another turn was committed meanwhile: load again.
    record Stale() implements Committed {}

    /// The lease was lost: another node goes on.
    record Fenced() implements Committed {}
  }

  /// The state was written in a newer shape; a newer node has to handle it.
  final class TooNew extends Exception {
    private static final long serialVersionUID = 1L;

    public TooNew(int shape) {
      super("state of shape " + shape + " is newer than this program", null, false, false);
    }
  }
}
