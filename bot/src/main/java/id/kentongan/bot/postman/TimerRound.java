package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.DueTimers.Found;
import id.kentongan.integrations.DueTimers.Part;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Brings a shard's due timers to the Desk. However many stay, as those do that only a newer
/// program can bring, the others pass them: each round brings what came due since the last, and now
/// and then tries some of those again.
final class TimerRound {
  private static final int MOST = 100;
  private static final long PAUSE_NANOS = Duration.ofMillis(1_500).toNanos();

  private final Hold hold;
  private final Supplier<Duration> ahead;
  // those that were due before then were tried
  private Instant tried = Instant.EPOCH;
  // so many of them were tried again
  private int triedAgain;
  private long lately;

  /// `ahead`: how far the gateway's clock is ahead of Redis's.
  TimerRound(Hold hold, Supplier<Duration> ahead) {
    this.hold = hold;
    this.ahead = ahead;
  }

  /// True when some stay. Not to be begun while it is under way.
  Future<Boolean> bring() {
    boolean stood = someStay();
    return fresh(tried, 0)
        .compose(done -> stood && rested() ? again() : Future.succeededFuture())
        .map(done -> someStay());
  }

  private boolean someStay() {
    return !tried.equals(Instant.EPOCH);
  }

  private boolean rested() {
    return System.nanoTime() - lately > PAUSE_NANOS;
  }

  /// What came due since, a page after the other.
  private Future<Void> fresh(Instant from, int pass) {
    return page(from, pass)
        .compose(
            page -> {
              if (page.stay() > 0) {
                tried = page.last();
                lately = pass == 0 ? System.nanoTime() : lately;
              }
              return page.full() ? fresh(from, pass + page.stay()) : Future.succeededFuture();
            });
  }

  /// A page of those that stay; after the last of them it begins with the first.
  private Future<Void> again() {
    return page(Instant.EPOCH, triedAgain)
        .map(
            page -> {
              lately = System.nanoTime();
              triedAgain += page.stay();
              if (!page.full() || page.last().isAfter(tried)) {
                tried = triedAgain == 0 ? Instant.EPOCH : tried;
                triedAgain = 0;
              }
              return null;
            });
  }

  /// What became of some timers: how many stay, when the last of them was due, whether there may be
  /// more.
  private record Page(int stay, Instant last, boolean full) {}

  private Future<Page> page(Instant from, int pass) {
    return hold.gear
        .timers()
        .due(hold.lease, ahead.get(), new Part(from, pass, MOST))
        .compose(this::brought);
  }

  private Future<Page> brought(Found found) {
    var brought = found.timers().stream().map(this::happen).toList();
    return Future.all(brought)
        .map(
            all -> {
              int lost = (int) brought.stream().filter(done -> !done.result()).count();
              boolean full = brought.size() + found.others() == MOST;
              return new Page(lost + found.others(), found.last(), full);
            });
  }

  /// False when it was not committed.
  private Future<Boolean> happen(DueTimers.Due timer) {
    String id = "timer:" + timer.name() + ':' + timer.at().toEpochMilli();
    var origin = new Vault.Origin.Fired(timer.name(), timer.at());
    return hold.gear
        .desk()
        .happen(timer.conversation(), id, new Event.Due(timer.name()), origin)
        .map(true)
        .otherwise(false);
  }
}
