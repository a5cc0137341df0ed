package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Loops;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The lanes of a shard: begins what is next in each and carries out what its attempt came to.
final class Lanes {
  /// How long a broadcast waits each time, as replies of its channel wait.
  private static final Duration AFTER_REPLIES = Duration.ofMillis(200);

  private final Hold hold;
  private final Settling settling;
  private final Duration attempt;
  private final Map<Lane.Key, Lane> lanes = new HashMap<>();
  private final Map<ConversationId, String> left = new HashMap<>();
  private List<Runnable> whenSure = new ArrayList<>();
  private int underway;

  /// `attempt`: how long one attempt at a message may take.
  Lanes(Hold hold, Settling settling, Duration attempt) {
    this.hold = hold;
    this.settling = settling;
    this.attempt = attempt;
  }

  /// `fresh`: committed this moment by this node.
  void add(Item item, boolean fresh) {
    Lane lane = lanes.computeIfAbsent(Lane.Key.of(item), key -> new Lane());
    boolean first = fresh && lane.empty();
    lane.add(item);
    next(lane, item, first);
  }

  /// Only a newer program can do it: nothing of its conversation that comes after it begins here.
  void leave(Outbox.Newer newer) {
    left.putIfAbsent(newer.conversation(), newer.entry());
  }

  /// Nothing waits in any lane.
  boolean quiet() {
    return lanes.isEmpty();
  }

  /// Attempts that have begun and have no outcome yet.
  int underway() {
    return underway;
  }

  /// The lease was renewed: what waited for that begins.
  void sure() {
    List<Runnable> waiting = whenSure;
    whenSure = new ArrayList<>();
    waiting.forEach(Runnable::run);
  }

  private void next(Lane lane, Item any, boolean unseen) {
    Item item = hold.open() ? lane.begin(left.get(any.conversation())) : null;
    if (item != null) {
      begin(lane, item, unseen);
    } else if (lane.empty()) {
      lanes.remove(Lane.Key.of(any), lane);
    }
  }

  /// `unseen`: nobody had the time to withdraw it.
  private void begin(Lane lane, Item item, boolean unseen) {
    if (!hold.open()) {
      return;
    }
    Duration pause = pause(item);
    if (!pause.isZero()) {
      wait(lane, item, Math.max(1, pause.toMillis()));
      return;
    }
    if (!hold.sure(attempt)) {
      whenSure.add(() -> begin(lane, item, false));
      return;
    }
    underway++;
    long begun = System.nanoTime();
    hold.gear.pace().tally().begins(item, now());
    // why: a channel may answer on any thread.
    Loops.here(attempt(item, unseen))
        .onComplete(
            done -> {
              underway--;
              Verdict verdict = done.succeeded() ? done.result() : lost(done.cause());
              String outcome = verdict.getClass().getSimpleName();
              long took = System.nanoTime() - begun;
              hold.gear.pace().tally().took(item, outcome, now(), took);
              if (!hold.over()) {
                after(lane, item, verdict);
              }
            });
  }

  private void wait(Lane lane, Item item, long millis) {
    boolean reply = item.post().effect().lane() == Effect.Lane.REPLIES;
    String channel = item.conversation().channel();
    Brakes brakes = hold.gear.pace().brakes();
    if (reply) {
      brakes.waits(channel, 1);
    }
    hold.gear
        .vertx()
        .setTimer(
            millis,
            due -> {
              if (reply) {
                brakes.waits(channel, -1);
              }
              begin(lane, item, false);
            });
  }

  private Future<Verdict> attempt(Item item, boolean unseen) {
    if (unseen || !item.withdrawable()) {
      return hold.gear.pace().carrier().carry(item);
    }
    return hold.gear
        .outbox()
        .waits(hold.lease, item.entry())
        .compose(
            waits ->
                waits
                    ? hold.gear.pace().carrier().carry(item)
                    : Future.succeededFuture(new Verdict.Withdrawn()));
  }

  private static Verdict lost(Throwable e) {
    return new Verdict.Again(Duration.ZERO, e.getClass().getSimpleName());
  }

  private Duration pause(Item item) {
    Instant now = now();
    Instant due = item.due();
    Duration own = due == null || !due.isAfter(now) ? Duration.ZERO : Duration.between(now, due);
    Effect.Lane lane = item.post().effect().lane();
    if (lane == Effect.Lane.RECORDS) {
      return own;
    }
    String channel = item.conversation().channel();
    Duration brake = hold.gear.pace().brakes().left(channel, now);
    if (lane == Effect.Lane.ANNOUNCEMENTS && hold.gear.pace().brakes().waiting(channel)) {
      brake = brake.plus(AFTER_REPLIES);
    }
    return own.compareTo(brake) > 0 ? own : brake;
  }

  private void after(Lane lane, Item item, Verdict verdict) {
    hold.gear.pace().tally().count(item, verdict.getClass().getSimpleName());
    switch (verdict) {
      case Verdict.Done() -> {
        settling.add(item.entry());
        end(lane, item);
      }
      case Verdict.Withdrawn() -> {
        hold.entries.remove(item.entry());
        end(lane, item);
      }
      case Verdict.Happened(var event, var then) -> happened(lane, item, event, then);
      case Verdict.Again(var figure, var why) -> again(lane, item, figure, why);
      case Verdict.Never(var why) -> bury(lane, item, why);
    }
  }

  private void happened(Lane lane, Item item, Event event, Runnable then) {
    String id = item.post().id().text() + ':' + event.getClass().getSimpleName();
    var origin = new Vault.Origin.Settled(item.entry(), hold.lease);
    hold.insist(() -> hold.gear.desk().happen(item.conversation(), id, event, origin))
        .onSuccess(
            committed -> {
              hold.kept(!(committed instanceof Vault.Committed.Fenced));
              hold.entries.remove(item.entry());
              then.run();
              end(lane, item);
            });
  }

  private void again(Lane lane, Item item, Duration figure, String why) {
    if (item.inherited()) {
      lane.nothingElseWasSent();
    }
    boolean asks = item.post().effect() instanceof Effect.Ask;
    RetryPolicy policy = asks ? RetryPolicy.QUESTIONS : RetryPolicy.MESSAGES;
    double jitter = ThreadLocalRandom.current().nextDouble();
    var pause = policy.next(item.attempts() + 1, figure, jitter);
    if (pause.isEmpty()) {
      if (asks) {
        var givenUp = new Event.Answered(item.post().id(), new Answer.GivenUp(why));
        happened(lane, item, givenUp, () -> {});
      } else {
        bury(lane, item, "given up: " + why);
      }
      return;
    }
    if (!asks && !figure.isZero()) {
      hold.gear.pace().brakes().pull(item.conversation().channel(), now(), figure);
    }
    Item later = item.again(now().plus(pause.get()));
    lane.replace(later);
    hold.insist(
            () ->
                hold.gear
                    .outbox()
                    .later(hold.lease, item.entry(), now().plus(pause.get()), later.attempts()))
        .onSuccess(
            kept -> {
              hold.kept(kept);
              begin(lane, later, false);
            });
  }

  private void bury(Lane lane, Item item, String why) {
    hold.gear
        .pace()
        .carrier()
        .givenUp(item, why)
        .onSuccess(
            told -> {
              if (told) {
                settling.add(item.entry());
                end(lane, item);
              } else {
                buried(lane, item, why);
              }
            });
  }

  private void buried(Lane lane, Item item, String why) {
    hold.insist(() -> hold.gear.outbox().bury(hold.lease, item.entry(), why))
        .onSuccess(
            kept -> {
              hold.kept(kept);
              hold.entries.remove(item.entry());
              end(lane, item);
            });
  }

  private void end(Lane lane, Item item) {
    lane.end();
    next(lane, item, false);
  }

  private Instant now() {
    return hold.gear.pace().clock().instant();
  }
}
