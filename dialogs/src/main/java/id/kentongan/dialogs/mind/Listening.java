package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.agent.Batch;
import id.kentongan.dialogs.mind.agent.BatchIntake;
import id.kentongan.dialogs.mind.agent.BatchStart;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollDraft;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.ChangeLanguage;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Learnt;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.TimerName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a person's act goes: a command, the state that waits for it, or a wish of its own.
final class Listening {
  /// Providers tell times by the second, and two of their machines may differ a little.
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  /// After this time an answer is late enough to say that we wait.
  private static final Duration LONG = Duration.ofSeconds(3);

  /// Who writes the same again within this time did not mean to.
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private static final String SAID = "said";

  private final Dialogs dialogs;
  private final Wishes wishes;
  private final Unclaimed unclaimed;

  Listening(Dialogs dialogs) {
    this.dialogs = dialogs;
    this.wishes = new Wishes(dialogs, this);
    this.unclaimed = new Unclaimed(wishes, this);
  }

  void hear(Scene scene, Frames frames, FromPerson event) {
    State top = frames.top();
    if (top != null && HandOver.silent(top)) {
      if (event instanceof Event.SentFile sent) {
        HandOver.keep(scene, sent);
      }
      return;
    }
    if (event instanceof Event.Said said) {
      again(scene, said.text());
    }
    FromPerson meant = TypedTap.meant(scene, event);
    if (late(scene)) {
      unclaimed.late(scene, frames, meant);
    } else if (meant instanceof Event.Said said && listed(scene, frames, said)) {
      return;
    } else if (meant instanceof Event.Said said && ChangeLanguage.named(scene, said.text())) {
      wishes.speaks(scene, frames);
    } else if (meant instanceof Event.Said said && BatchStart.asked(scene, top, said.text())) {
      wishes.wish(scene, frames, new Opening(Batch.INTENT, said.understood()));
    } else if (BatchIntake.unasked(scene, top, meant)) {
      list(scene, frames, meant);
    } else if (meant instanceof Event.Tapped tapped && wishes.general(scene, frames, tapped)) {
      return;
    } else if (top == null || !deliver(scene, frames, top, meant)) {
      unclaimed.hear(scene, frames, meant);
    }
  }

  /// Begins what content lists these words for; false when it lists them for nothing.
  private boolean listed(Scene scene, Frames frames, Event.Said said) {
    Optional<String> intent =
        InContext.joins(scene, frames.top(), said)
            ? Optional.of(Enroll.INTENT)
            : ListedWish.of(scene, frames.top(), said.text());
    intent.ifPresent(i -> wishes.wish(scene, frames, new Opening(i, said.understood())));
    return intent.isPresent();
  }

  /// A list that nobody asked for: read at once for an agent, others are told who may send one.
  private void list(Scene scene, Frames frames, FromPerson event) {
    if (event instanceof Event.Said said && scene.fact(AgentLogin.AGENT) == null) {
      wishes.wish(scene, frames, new Opening(Batch.INTENT, said.understood()));
      return;
    }
    // why: `ini daftar warga saya` may have begun the form for one of them
    if (frames.top() instanceof Enroll.Asking(String slot, EnrollDraft _)
        && slot.equals("consent")) {
      frames.pop();
    }
    State lying = frames.ofFamily(Batch.Waiting.class);
    if (lying == null) {
      frames.push(new Batch.Listing());
    } else {
      frames.raise(lying);
    }
    deliver(scene, frames, Objects.requireNonNull(frames.top()), event);
  }

  /// Notes whether the same words came seconds ago; of the words only their hash is kept.
  private static void again(Scene scene, String text) {
    String hash = Integer.toHexString(text.strip().hashCode());
    Instant last = scene.turn().talk().memory().lastAt();
    boolean soon = last != null && scene.turn().at().isBefore(last.plus(AGAIN));
    if (soon && hash.equals(scene.fact(SAID))) {
      scene.repeated();
    }
    scene.remember(SAID, hash);
  }

  /// Gives an event to the state that waits for it; false when it means nothing there.
  boolean deliver(Scene scene, Frames frames, State state, Event event) {
    return switch (on(dialogs.of(state), scene, state, event)) {
      case Move.Pass _ -> false;
      case Move.Digress digress -> {
        wishes.wish(scene, frames, digress.opening());
        yield true;
      }
      case Move.To to -> {
        frames.replace(state, to.next());
        Optional<Opening> question = unread(scene, event);
        if (question.isPresent()) {
          scene.understood();
          wishes.wish(scene, frames, question.get());
          yield true;
        }
        settle(scene, scene.explained() ? scene.learnt().doubts() + 1 : 0);
        entered(scene, state, to.next());
        yield true;
      }
      case Move.Over _ -> {
        frames.remove(state);
        settle(scene, 0);
        after(scene, frames, state);
        yield true;
      }
    };
  }

  /// The question in words that the field asked could not read.
  private static Optional<Opening> unread(Scene scene, Event event) {
    return scene.explained() && event instanceof Event.Said(var words)
        ? Reading.likely(scene, words).map(intent -> new Opening(intent, words))
        : Optional.empty();
  }

  /// Begins a dialog, or takes it up again where it was left.
  void begin(Scene scene, Frames frames, Dialog<?> dialog, Opening opening) {
    State lying = frames.first(state -> dialog.takesUp(state, opening));
    if (lying != null) {
      frames.raise(lying);
      scene.acknowledge("resume." + lying.dialog());
      askAgain(scene, lying);
      return;
    }
    switch (dialog.start(scene, opening)) {
      case Move.To to -> {
        frames.push(to.next());
        entered(scene, null, to.next());
      }
      case Move.Over _ -> resume(scene, frames);
      case Move.Pass _, Move.Digress _ ->
          throw new IllegalStateException("a dialog refused to begin");
    }
  }

  /// Asks what a new state waits for. A state that waits for the records says so only when it takes
  /// long.
  private void entered(Scene scene, @Nullable State from, State next) {
    if (next instanceof Awaits.One && !next.equals(from)) {
      scene.timer(TimerName.STILL_WAITING, LONG);
    } else if (!scene.asked()) {
      askAgain(scene, next);
    }
  }

  void askTop(Scene scene, Frames frames) {
    State top = frames.top();
    if (top != null) {
      askAgain(scene, top);
    }
  }

  void askAgain(Scene scene, State state) {
    ask(dialogs.of(state), scene, state);
  }

  void resume(Scene scene, Frames frames) {
    State top = frames.top();
    boolean free = !scene.asked() || scene.offers();
    if (top != null && free && !HandOver.silent(top)) {
      scene.acknowledge("resume." + top.dialog());
      askAgain(scene, top);
    }
  }

  /// Goes on with what was interrupted by what is over now; to enrol, only if the family wants to.
  void after(Scene scene, Frames frames, State over) {
    State top = frames.top();
    if (top != null && tooSoon(over, top)) {
      scene.offer(scene.choice(Commands.RESUME));
      if (top instanceof Enroll.Asking asking) {
        frames.pop();
        EnrollReturn.layAside(scene, asking);
      }
    } else {
      resume(scene, frames);
    }
  }

  /// Whether somebody in grief would be asked to go on enrolling in the same breath.
  static boolean tooSoon(State over, State next) {
    boolean grief =
        over instanceof Claim.Waiting
            || over instanceof Accident.Waiting
            || over instanceof Visit.Waiting;
    return grief && next instanceof Enroll.Waiting;
  }

  private static void settle(Scene scene, int doubts) {
    Learnt learnt = scene.learnt();
    scene.learn(learnt.doubted(doubts));
  }

  /// Whether the message was written before one that was already answered: it must not answer a
  /// question asked after it. Where our own clock was put back, nothing can be told from times.
  private static boolean late(Scene scene) {
    Instant last = scene.turn().talk().memory().lastAt();
    return last != null
        && !last.isAfter(scene.turn().now().plus(CLOCKS_DIFFER))
        && scene.turn().at().isBefore(last.minus(CLOCKS_DIFFER));
  }

  private static <S extends State> Move on(Dialog<S> dialog, Scene scene, State state, Event e) {
    return dialog.on(scene, dialog.states().cast(state), e);
  }

  private static <S extends State> void ask(Dialog<S> dialog, Scene scene, State state) {
    dialog.ask(scene, dialog.states().cast(state));
  }
}
