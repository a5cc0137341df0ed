package id.kentongan.bot.desk;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.integrations.Fit;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a commit of a happening: hears it, lets the Mind decide, fits what is said to the channel,
/// adds the journal's entry. Does nothing else.
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Ear ear;
  private final Mind mind;
  private final Function<String, Limits> limits;

  /// `limits` by the name of a channel.
  public Turns(Ear ear, Mind mind, Function<String, Limits> limits) {
    this.ear = ear;
    this.mind = mind;
    this.limits = limits;
  }

  Vault.Commit turn(Happening happening, Vault.Loaded base, Instant now) {
    var turn = turnOf(happening, base, now);
    try {
      Event event = event(happening.content());
      return commit(happening, base, turn, mind.step(turn, event), event);
    } catch (RuntimeException e) {
      // why: an event that we cannot handle must not be repeated for ever; the talk stays as it is.
      // why not the event's id or the exception's text: they may hold a number or what was written.
      StackTraceElement[] trace = e.getStackTrace();
      Object place = trace.length > 0 ? trace[0] : "unknown";
      String kind = happening.content().getClass().getSimpleName();
      LOG.error("no step for {} in {}: {} at {}", kind, happening.who(), e.getClass(), place);
      return commit(happening, base, turn, unchanged(base.talk(), List.of()), null);
    }
  }

  /// A turn that only says something and leaves the conversation as it is.
  Vault.Commit say(Happening happening, Vault.Loaded base, Instant now, String text) {
    var step = unchanged(base.talk(), List.of(new Effect.Send(Bubble.of(text), false)));
    return commit(happening, base, turnOf(happening, base, now), step, null);
  }

  /// A turn that only sends a message again. What only asked a question that the person has
  /// answered meanwhile is not asked again.
  Vault.Commit again(
      Happening happening, Vault.Loaded base, Instant now, Post returned, boolean window) {
    Instant then = returned.lastInbound();
    Instant last = base.lastInbound();
    boolean wrote = last != null && (then == null || last.isAfter(then));
    boolean stale = wrote && returned.effect() instanceof Effect.Send send && send.withdrawable();
    Turn turn = turnOf(happening, base, now);
    var id = Comebacks.id(turn.effect(0), Comebacks.times(returned.id()) + 1);
    var post = new Post(id, returned.effect(), window || wrote ? last : null, null);
    var next = new Vault.Next(base.talk(), stale ? List.of() : List.of(post), List.of());
    return new Vault.Commit(
        happening.who(), base, happening.eventId(), turn.version(), next, happening.origin());
  }

  private static Step unchanged(Talk talk, List<Effect> effects) {
    return new Step(talk, effects, List.of());
  }

  /// why: a conversation that begins again after an erasure must not use its old effects' ids
  /// again.
  private static Turn turnOf(Happening happening, Vault.Loaded base, Instant now) {
    long version = base.version() == 0 ? now.getEpochSecond() : base.version() + 1;
    var sender = happening.sender();
    return new Turn(
        happening.who(),
        version,
        base.talk(),
        reached(happening, now),
        happening.at(),
        sender.name(),
        sender.phone());
  }

  /// why: a timer comes due by the store's clock; where ours is behind, its time has come all the
  /// same, and the event comes only once.
  private static Instant reached(Happening happening, Instant now) {
    return happening.origin() instanceof Vault.Origin.Fired(_, var due) && due.isAfter(now)
        ? due
        : now;
  }

  private Event event(Inbound.Content content) {
    return switch (content) {
      case Inbound.Ready(var event) -> event;
      case Inbound.Words(var text, var edited) -> {
        Understood understood = ear.hear(text);
        yield edited ? new Event.Edited(understood) : new Event.Said(understood);
      }
    };
  }

  private Vault.Commit commit(
      Happening happening, Vault.Loaded base, Turn turn, Step step, @Nullable Event event) {
    Instant inbound =
        happening.origin() instanceof Vault.Origin.Person(var at) ? at : base.lastInbound();
    var posts = new ArrayList<Post>();
    String handle = happening.sender().handle();
    for (int i = 0; i < step.effects().size(); i++) {
      EffectId id = turn.effect(i);
      List<Effect> parts = fitted(happening.who(), step.effects().get(i));
      for (int part = 0; part < parts.size(); part++) {
        EffectId own = parts.size() == 1 ? id : new EffectId(id.text() + '.' + part);
        posts.add(new Post(own, parts.get(part), inbound, handle));
      }
    }
    var entry = JournalLine.of(happening, step, event, turn.talk().memory());
    posts.add(
        new Post(turn.effect(step.effects().size()), new Effect.Journal(entry), inbound, null));
    return new Vault.Commit(
        happening.who(),
        base,
        happening.eventId(),
        turn.version(),
        new Vault.Next(step.next(), posts, step.timers()),
        happening.origin());
  }

  /// why: half of a question must not be withdrawn, so only one that fits a message is.
  private List<Effect> fitted(ConversationId who, Effect effect) {
    if (effect instanceof Effect.Announce(long broadcast, var told)) {
      Bubble first = Fit.parts(told, limits.apply(who.channel())).getFirst();
      return List.of(new Effect.Announce(broadcast, first));
    }
    if (!(effect instanceof Effect.Send(var bubble, var withdrawable))) {
      return List.of(effect);
    }
    List<Bubble> parts = Fit.parts(bubble, limits.apply(who.channel()));
    boolean whole = parts.size() == 1;
    return parts.stream()
        .<Effect>map(part -> new Effect.Send(part, withdrawable && whole))
        .toList();
  }
}
