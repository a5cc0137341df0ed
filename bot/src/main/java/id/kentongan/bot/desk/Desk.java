package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.Vault.Committed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// The second room: brings each event to its turn and the turn to its commit, one at a time for a
/// conversation. A failed future means that nothing was stored: the provider has to repeat.
public final class Desk {
  private static final Duration TOO_OLD = Duration.ofDays(8);
  private static final int MOST_WAITING = 100;
  private static final int MOST_TRIES = 100;

  private final Vault vault;
  private final Turns turns;
  private final Journal journal;
  private final Desk.Rules rules;
  private final Loops loops;
  private final Around around;
  private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();

  /// `clock` the gateway's; `tooFast` what a flooding sender is told.
  public record Rules(
      InstantSource clock, Flood flood, Crowd crowd, Function<Language, String> tooFast) {}

  public Desk(Vault vault, Turns turns, Journal journal, Rules rules, Loops loops, Outlet outlet) {
    this(vault, turns, journal, rules, loops, new Around(outlet, Holders.NONE, Supplier::get));
  }

  public Desk(Vault vault, Turns turns, Journal journal, Rules rules, Loops loops, Around around) {
    this.vault = vault;
    this.turns = turns;
    this.journal = journal;
    this.rules = rules;
    this.loops = loops;
    this.around = around;
  }

  /// Where commits go on, who may do an event instead, and who sees how long each message takes and
  /// what becomes of it.
  public record Around(Outlet outlet, Holders holders, Watch watch) {}

  /// Sees a message from its arrival to its commit.
  @FunctionalInterface
  public interface Watch {
    Future<Received> over(Supplier<Future<Received>> work);
  }

  /// An event of a person. Fails with [Busy] when too many of the conversation wait, with [Full]
  /// when the stores have no room.
  public Future<Received> receive(Inbound in) {
    return around.watch().over(() -> taken(in));
  }

  private Future<Received> taken(Inbound in) {
    Instant now = rules.clock().instant();
    if (old(in, now)) {
      return late(in);
    }
    var happening = Happening.of(in, now);
    return loops.on(
        shard(in.conversation()),
        () -> rules.crowd().why().isEmpty() ? admitted(in, happening) : crowded(in));
  }

  /// An event that another node let in; nothing when this one does not work on its shard.
  Future<Optional<Received>> handed(Inbound in) {
    Instant now = rules.clock().instant();
    var happening = Happening.of(in, now);
    String shard = shard(in.conversation());
    return loops.on(
        shard,
        () -> {
          // why old: who recorded it on its way could give it again when it is not remembered
          if (!around.holders().own(shard) || old(in, now)) {
            return Future.succeededFuture(Optional.empty());
          }
          return full(in.conversation())
              ? Future.failedFuture(new Busy())
              : queued(happening, turns::turn).compose(Desk::received).map(Optional::of);
        });
  }

  /// An event that was confirmed to the provider already, and so is never refused as one too many.
  Future<Received> replay(Inbound in) {
    Instant now = rules.clock().instant();
    if (old(in, now)) {
      return late(in);
    }
    if (rules.crowd().why().isPresent()) {
      return Future.failedFuture(new Full());
    }
    var happening = Happening.of(in, now);
    return loops.on(
        shard(in.conversation()), () -> queued(happening, turns::turn).compose(Desk::received));
  }

  /// Does something on the event loop of a conversation.
  <T> Future<T> beside(ConversationId who, Supplier<Future<T>> act) {
    return loops.on(shard(who), act);
  }

  /// An event of our own: an outcome, a timer, a notice.
  public Future<Committed> happen(
      ConversationId who, String eventId, Event event, Vault.Origin origin) {
    var happening = Happening.of(who, eventId, rules.clock().instant(), event, origin);
    return loops.on(shard(who), () -> queued(happening, turns::turn));
  }

  /// Sends a message again that its provider took and then returned under an id. `window`: whether
  /// the person may be written to freely as far as is known.
  Future<Committed> again(String returned, Post post, boolean window) {
    var who = post.id().conversation();
    var gone = new Event.Answered(post.id(), new Answer.GivenUp("returned"));
    var origin = new Vault.Origin.Told();
    var happening =
        Happening.of(who, "returned:" + returned, rules.clock().instant(), gone, origin);
    return loops.on(
        shard(who),
        () -> queued(happening, (h, base, now) -> turns.again(h, base, now, post, window)));
  }

  private Future<Received> admitted(Inbound in, Happening happening) {
    if (full(happening.who())) {
      return Future.failedFuture(new Busy());
    }
    return switch (rules.flood().of(happening.who(), happening.at())) {
      case PASS -> queued(happening.who(), () -> somewhere(in, happening));
      case TELL -> queued(happening, this::refusal).compose(Desk::received);
      case DROP -> Future.succeededFuture(Received.FLOODED);
    };
  }

  private static boolean old(Inbound in, Instant now) {
    return in.at().isBefore(now.minus(TOO_OLD));
  }

  private boolean full(ConversationId who) {
    Line line = lines.get(who);
    return line != null && line.length() >= MOST_WAITING;
  }

  /// At the node that works on the shard, or here. The next of the conversation waits for it either
  /// way, so that neither overtakes.
  private Future<Received> somewhere(Inbound in, Happening happening) {
    return around
        .holders()
        .hand(shard(happening.who()), in)
        .compose(
            done ->
                done.map(Future::succeededFuture)
                    .orElseGet(() -> turn(happening, turns::turn, 1).compose(Desk::received)));
  }

  private Future<Received> crowded(Inbound in) {
    return vault
        .load(in.conversation())
        .compose(
            base ->
                base.version() == 0
                    ? rules.crowd().turnAway(in).map(Received.TURNED_AWAY)
                    : Future.failedFuture(new Full()));
  }

  private Vault.Commit refusal(Happening happening, Vault.Loaded base, Instant now) {
    return turns.say(happening, base, now, rules.tooFast().apply(base.talk().language()));
  }

  private static Future<Received> received(Committed committed) {
    return switch (committed) {
      case Committed.Done done -> Future.succeededFuture(Received.COMMITTED);
      case Committed.Duplicate() -> Future.succeededFuture(Received.DUPLICATE);
      case Committed.Stale(), Committed.Fenced() -> Future.failedFuture(new Busy());
    };
  }

  private Future<Committed> queued(Happening happening, Maker maker) {
    return queued(happening.who(), () -> turn(happening, maker, 1));
  }

  private <T> Future<T> queued(ConversationId who, Supplier<Future<T>> work) {
    Line line = lines.computeIfAbsent(who, fresh -> new Line());
    return line.add(work)
        .onComplete(
            done -> {
              if (line.idle()) {
                lines.remove(who, line);
              }
            });
  }

  private Future<Committed> turn(Happening happening, Maker maker, int tries) {
    Future<Vault.Loaded> begun =
        tries == 1 ? vault.base(happening.who()) : vault.load(happening.who());
    return begun.compose(
        base -> {
          var commit = maker.apply(happening, base, rules.clock().instant());
          return vault
              .commit(commit)
              // why: it may have been written, and what comes after it must not leave before it.
              .onFailure(lost -> around.outlet().doubted(shard(happening.who())))
              .compose(committed -> after(happening, maker, tries, commit, committed));
        });
  }

  private Future<Committed> after(
      Happening happening, Maker maker, int tries, Vault.Commit commit, Committed committed) {
    switch (committed) {
      case Committed.Done done -> {
        around.holders().committed(shard(happening.who()), done);
        around.outlet().committed(shard(happening.who()), commit, done);
      }
      case Committed.Duplicate() -> around.outlet().doubted(shard(happening.who()));
      case Committed.Stale() -> {
        return tries < MOST_TRIES
            ? turn(happening, maker, tries + 1)
            : Future.failedFuture(new Busy());
      }
      case Committed.Fenced() -> {}
    }
    return Future.succeededFuture(committed);
  }

  private Future<Received> late(Inbound in) {
    var id = new EffectId(in.conversation().key() + "/late/" + in.id().replace('/', '_'));
    var line = new Journal.Line(in.conversation(), id, JournalLine.late(in));
    return journal.write(List.of(line)).map(Received.LATE);
  }

  private String shard(ConversationId who) {
    return vault.shard(who);
  }

  private interface Maker {
    Vault.Commit apply(Happening happening, Vault.Loaded base, Instant now);
  }

  /// The stores have no room now; nothing was stored.
  public static final class Full extends Exception {
    private static final long serialVersionUID = 1L;

    Full() {
      super("the stores are nearly full", null, false, false);
    }
  }

  /// Too much waits for this conversation; nothing was stored.
  public static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many messages wait for this conversation", null, false, false);
    }
  }
}
