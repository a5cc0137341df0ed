package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for a shard's next timer and brings those that are due to the Desk.
final class TimerWatch {
  private static final int MOST = 100;
  private static final long LEAST_PAUSE_MILLIS = 20;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

  private final Hold hold;
  private final Runnable look;
  private final Supplier<Duration> ahead;
  private @Nullable Instant armedFor;
  private long armed = -1;
  private boolean firing;
  private boolean doubtful;

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
    hold.gear
        .timers()
        .due(hold.lease, ahead.get(), MOST)
        .compose(due -> Future.join(due.stream().map(this::happen).toList()))
        .onComplete(
            fired -> {
              firing = false;
              if (fired.succeeded()) {
                look.run();
              } else {
                hold.gear.vertx().setTimer(PAUSE_AFTER_FAILURE_MILLIS, later -> look.run());
              }
            });
  }

  private Future<Vault.Committed> happen(DueTimers.Due timer) {
    String id = "timer:" + timer.name() + ':' + timer.at().toEpochMilli();
    var origin = new Vault.Origin.Fired(timer.name(), timer.at());
    return hold.gear.desk().happen(timer.conversation(), id, new Event.Due(timer.name()), origin);
  }
}
