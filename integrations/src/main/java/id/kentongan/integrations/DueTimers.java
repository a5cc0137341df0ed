package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.TimerName;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The timers that came due, by the store's own clock.
public interface DueTimers {
  /// Those of a shard that are due, earliest first; none when the lease is lost. `ahead` moves the
  /// clock, for a conversation that plays with time.
  Future<Found> due(Lease shard, Duration ahead, Part part);

  /// Which of them: those due `from` then on, without the first few of these, at most so many.
  record Part(Instant from, int pass, int most) {}

  /// The timers of this program; how many `others` there are among those that were looked at, which
  /// stay for a newer one; and when the `last` of all of them was due.
  record Found(List<Due> timers, int others, Instant last) {
    /// None was due.
    public static final Found NONE = new Found(List.of(), 0, Instant.EPOCH);

    public Found {
      timers = List.copyOf(timers);
    }

    /// Both together; `next` is of later ones.
    public Found and(Found next) {
      var both = Stream.concat(timers.stream(), next.timers.stream()).toList();
      return new Found(both, others + next.others, next.last);
    }
  }

  /// A timer; it stands until the commit of its event takes it away.
  record Due(ConversationId conversation, TimerName name, Instant at) {}
}
