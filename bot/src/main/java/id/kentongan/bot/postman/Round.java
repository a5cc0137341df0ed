package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The postman's work on one shard, as long as its lease is held: takes what is committed here at
/// once, reads what other nodes commit, and what was pending when the lease was won. Used on one
/// event loop.
final class Round {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final int PAGE = 200;
  private static final long UNKNOWN = -1;

  private final Hold hold;
  private final Settling settling;
  private final JournalBag journal;
  private final Lanes lanes;
  private final TimerWatch timers;
  // why: the answer of a read may overtake that of a commit; what was read is not taken again.
  private final Recent read = new Recent();
  private String tail = "0";
  private long foreign = UNKNOWN;
  private boolean fromStart = true;
  private boolean inherits = true;
  private boolean reading;
  private boolean again;
  // why: a read that was under way when a commit was left to reading does not bring it; whatever is
  // committed after it must not be taken before it.
  private boolean leftToRead;

  Round(Lease lease, Gear gear, Duration attempt, Supplier<Duration> ahead, Runnable whenLost) {
    this.hold = new Hold(lease, gear, whenLost);
    this.settling = new Settling(hold);
    this.journal = new JournalBag(hold, settling);
    this.lanes = new Lanes(hold, settling, attempt);
    this.timers = new TimerWatch(hold, this::read, ahead);
  }

  Lease lease() {
    return hold.lease;
  }

  boolean open() {
    return hold.open();
  }

  /// A commit of this node. Only when nothing of other nodes lies between may its entries be taken
  /// without reading.
  void committed(Vault.Commit commit, Vault.Committed.Done done) {
    Vault.Handed handed = done.handed();
    if (handed == null || !hold.open() || !handed.lease().equals(hold.lease)) {
      return;
    }
    if (handed.foreign() == foreign) {
      List<Post> posts = commit.next().posts();
      for (int i = 0; i < posts.size(); i++) {
        String entry = handed.entries().get(i);
        if (!hold.entries.contains(entry) && !read.contains(entry)) {
          take(Item.fresh(entry, posts.get(i), commit.conversation()), true);
        }
      }
    } else {
      leftToRead = true;
      read();
    }
    for (Timer timer : commit.next().timers()) {
      switch (timer) {
        case Timer.Set set -> timers.setFor(set.at());
        case Timer.Cancel _ -> timers.taken();
      }
    }
  }

  /// why: a commit whose answer was lost has entries that nobody handed over.
  void doubted() {
    fromStart = true;
    foreign = UNKNOWN;
    leftToRead = true;
    read();
  }

  /// Renews the lease and reads what is new.
  void read() {
    if (!hold.open()) {
      return;
    }
    again = true;
    if (!reading) {
      reading = true;
      begin();
    }
  }

  /// Nothing is under way, and no timer fires until then.
  boolean quiet(Instant until) {
    return !reading && lanes.quiet() && timers.quiet(until);
  }

  /// The gateway's clock was moved.
  void jumped() {
    timers.jumped();
  }

  /// Begins nothing more; done when nothing is under way and what is done is deleted, or, with a
  /// store that is away, when the lease has run out: then the next owner goes on.
  Future<Void> end() {
    hold.close();
    Duration most = hold.gear.pace().lasts();
    return settled(System.nanoTime() + most.toNanos())
        .timeout(most.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .onComplete(done -> hold.end());
  }

  private Future<Void> settled(long until) {
    if (lanes.underway() == 0) {
      return settling.finished();
    }
    return System.nanoTime() - until > 0
        ? Future.succeededFuture()
        : hold.gear.vertx().timer(20).compose(waited -> settled(until));
  }

  private void begin() {
    again = false;
    leftToRead = false;
    boolean scan = fromStart;
    fromStart = false;
    page(scan ? "0" : tail, scan);
  }

  private void page(String after, boolean scan) {
    long begun = System.nanoTime();
    hold.gear
        .outbox()
        .read(hold.lease, after, PAGE)
        .onComplete(
            answer -> {
              if (!hold.open()) {
                return;
              }
              if (answer.failed()) {
                reading = false;
                fromStart |= scan;
                return;
              }
              answer.result().ifPresentOrElse(page -> take(page, after, scan, begun), hold::lost);
            });
  }

  private void take(Outbox.Page page, String after, boolean scan, long begun) {
    hold.renewed(begun);
    String last = after;
    for (Outbox.Newer newer : page.newer()) {
      last = newer.entry();
      leave(newer);
    }
    for (Outbox.Waiting waiting : page.entries()) {
      last = Item.later(last, waiting.entry());
      if (!hold.entries.contains(waiting.entry())
          && (scan || Item.compare(waiting.entry(), tail) > 0)) {
        read.add(waiting.entry());
        take(Item.of(waiting, inherits), false);
      }
    }
    lanes.sure();
    if (page.read() == PAGE) {
      page(last, scan);
      return;
    }
    foreign = leftToRead ? UNKNOWN : page.foreign();
    inherits = false;
    timers.setFor(page.nextTimer());
    if (!scan && page.length() > hold.entries.size()) {
      fromStart = true;
      again = true;
    }
    if (again) {
      begin();
    } else {
      reading = false;
    }
  }

  /// For a newer program, which goes on with it when it has this shard.
  private void leave(Outbox.Newer newer) {
    if (hold.entries.add(newer.entry())) {
      LOG.warn("an effect waits for a newer program; start that program beside this one");
      lanes.leave(newer);
      tail = Item.later(tail, newer.entry());
    }
  }

  private void take(Item item, boolean fresh) {
    hold.entries.add(item.entry());
    tail = Item.later(tail, item.entry());
    if (item.post().effect() instanceof Effect.Journal) {
      journal.add(item);
    } else {
      lanes.add(item, fresh);
    }
  }
}
