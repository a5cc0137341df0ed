package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.TimerName;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The timers that came due, by the store's own clock.
public interface DueTimers {
  /// The earliest so many of a shard that are due; none when the lease is lost. `ahead` moves the
  /// clock, for a conversation that plays with time.
  Future<Found> due(Lease shard, Duration ahead, int most);

  /// Those of this program, earliest first, and how many `others` there are among them, which stay
  /// for a newer one.
  record Found(List<Due> timers, int others) {
    public Found {
      timers = List.copyOf(timers);
    }
  }

  /// A timer; it stands until the commit of its event takes it away.
  record Due(ConversationId conversation, TimerName name, Instant at) {}
}
