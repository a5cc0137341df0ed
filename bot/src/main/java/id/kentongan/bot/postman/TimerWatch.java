package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for a shard's next timer and brings those that are due to the Desk. Those that only a
/// newer program can bring stay; they hold up nobody else's, and are tried again after a pause.
final class TimerWatch {
  private static final int MOST = 100;

  /// why: so many that stay are passed by; with more, those behind them wait for the newer program.
  private static final int MOST_STAYING = 1_000;
  private static final long LEAST_PAUSE_MILLIS = 20;
  private static final long PAUSE_MILLIS = 2_000;

  private final Hold hold;
  private final Runnable look;
  private final Supplier<Duration> ahead;
  private @Nullable Instant armedFor;
  private long armed = -1;
  private boolean firing;
  private boolean doubtful;
  private boolean pausing;
  private int staying;

  /// `look` reads the shard again; `ahead` how far the gateway's clock is ahead of Redis's.
  TimerWatch(Hold hold, Runnable look, Supplier<Duration> ahead) {
    this.hold = hold;
    this.look = look;
    this.ahead = ahead;
  }

  /// A timer is set for then; the earliest known counts.
  void setFor(@Nullable Instant due) {
    if (due == null || !hold.open() || (armedFor != null && !due.isBefore(armedFor))) {
      return;
    }
    // why: the earliest of all is one that stays
    if (pausing && !due.isAfter(hold.gear.pace().clock().instant())) {
      return;
    }
    if (armed >= 0) {
      hold.gear.vertx().cancelTimer(armed);
    }
    armedFor = due;
    long pause = Duration.between(hold.gear.pace().clock().instant(), due).toMillis();
    long soon = Math.clamp(pause, LEAST_PAUSE_MILLIS, Duration.ofHours(1).toMillis());
    armed = hold.gear.vertx().setTimer(soon, fired -> fire());
  }

  /// A timer was taken away or moved; perhaps the one that this waits for.
  void taken() {
    doubtful = true;
  }

  /// Nothing fires now or until then. Looks again when the timer it waits for may be gone.
  // why: what waits for a gone timer wakes once for nothing, which is cheaper than looking each
  // time
  boolean quiet(Instant until) {
    boolean waits = armedFor != null && !armedFor.isAfter(until);
    if (waits && doubtful && armed >= 0) {
      hold.gear.vertx().cancelTimer(armed);
      armedFor = null;
      armed = -1;
      look.run();
    }
    doubtful &= !waits;
    return !firing && !waits;
  }

  /// The clock was moved: what it waited for may be due.
  void jumped() {
    if (armed >= 0) {
      hold.gear.vertx().cancelTimer(armed);
    }
    fire();
  }

  private void fire() {
    armedFor = null;
    armed = -1;
    if (!hold.open() || firing) {
      return;
    }
    firing = true;
    int most = MOST + staying;
    hold.gear
        .timers()
        .due(hold.lease, ahead.get(), most)
        .compose(this::brought)
        .onComplete(
            fired -> {
              firing = false;
              if (fired.succeeded()) {
                over(fired.result(), most);
              } else {
                pause();
              }
            });
  }

  /// How many were due, and how many of them stay.
  private record Fired(int due, int stay) {}

  private Future<Fired> brought(DueTimers.Found found) {
    var brought = found.timers().stream().map(this::happen).toList();
    return Future.all(brought)
        .map(
            all -> {
              int lost = (int) brought.stream().filter(done -> !done.result()).count();
              return new Fired(brought.size() + found.others(), lost + found.others());
            });
  }

  private void over(Fired fired, int most) {
    staying = Math.min(fired.stay(), MOST_STAYING);
    boolean more = fired.due() == most && most < MOST + MOST_STAYING;
    if (fired.stay() == 0 || more) {
      look.run();
    } else {
      pause();
    }
  }

  private void pause() {
    pausing = true;
    hold.gear
        .vertx()
        .setTimer(
            PAUSE_MILLIS,
            over -> {
              pausing = false;
              look.run();
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
