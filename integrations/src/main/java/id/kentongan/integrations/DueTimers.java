package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.TimerName;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The timers that came due, by the store's own clock.
public interface DueTimers {
  /// Those of a shard that are due, earliest first; none when the lease is lost. `ahead` moves the
  /// clock, for a conversation that plays with time.
  Future<List<Due>> due(Lease shard, Duration ahead, int most);

  /// A timer; it stands until the commit of its event takes it away.
  record Due(ConversationId conversation, TimerName name, Instant at) {}
}
