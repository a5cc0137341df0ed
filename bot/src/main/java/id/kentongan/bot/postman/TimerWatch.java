package id.kentongan.bot.postman;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for a shard's next timer and has those brought that are due; where some stay, it looks
/// again after a pause.
final class TimerWatch {
  private static final long LEAST_PAUSE_MILLIS = 20;
  private static final long PAUSE_MILLIS = 2_000;

  private final Hold hold;
  private final Runnable look;
  private final TimerRound round;
  private @Nullable Instant armedFor;
  private long armed = -1;
  private boolean firing;
  private boolean doubtful;
  private boolean pausing;

  /// `look` reads the shard again; `ahead` how far the gateway's clock is ahead of Redis's.
  TimerWatch(Hold hold, Runnable look, Supplier<Duration> ahead) {
    this.hold = hold;
    this.look = look;
    this.round = new TimerRound(hold, ahead);
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
    round
        .bring()
        .onComplete(
            done -> {
              firing = false;
              if (done.succeeded() && !done.result()) {
                look.run();
              } else {
                pause();
              }
            });
  }

  private void pause() {
    if (pausing) {
      return;
    }
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
}
