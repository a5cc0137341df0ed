package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.agent.Batch;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Whom;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Enrolling somebody else (E2): an agent fills in the form for a person who stands by and has said
/// yes. The conversation stays the agent's: nothing of it becomes that person's.
public final class EnrollOther {
  public static final String INTENT = "enroll.other";

  /// The choice to have the person asked by their own phone.
  private static final String BY_PHONE = "by-phone";

  /// A number and no word.
  private static final Pattern ALONE = Pattern.compile("[\\d .-]+");

  private EnrollOther() {}

  /// Whether an agent says in as many words that one person is to be enrolled.
  public static boolean oneOf(Scene scene, String text) {
    return scene.fact(AgentLogin.AGENT) != null && Commands.listed(scene, "agent.one-signs", text);
  }

  /// Whether an agent tells of a person with their NIK: whoever enrols themselves says so.
  public static boolean villager(Scene scene, String text) {
    return scene.fact(AgentLogin.AGENT) != null && PastedRoll.holdsOne(text) && !self(scene, text);
  }

  /// The wish behind the particulars of a villager that an agent sends where nothing was asked: of
  /// one, to enrol them; several on one line are asked for as a list.
  public static Optional<Opening> sent(Scene scene, @Nullable State top, Understood words) {
    boolean told =
        top == null
            && villager(scene, words.text())
            && !ALONE.matcher(words.text().strip()).matches()
            && !(Reading.wish(words) && !words.best().intent().equals(INTENT))
            && !Reading.questioning(scene, words);
    return told
        ? Optional.of(new Opening(PastedRoll.several(words.text()) ? Batch.INTENT : INTENT, words))
        : Optional.empty();
  }

  /// The agent's draft; empty where no agent is logged in, who is told what to do instead.
  static Optional<EnrollDraft> begin(Scene scene, Opening opening) {
    String agent = scene.fact(AgentLogin.AGENT);
    if (agent == null) {
      scene.learn(scene.learnt().about(INTENT));
      boolean told = scene.turn().talk().memory().showed("do.agent.login");
      scene.say(told ? "further.other-away.answer" : "enroll.other.how");
      scene.askText(scene.choices("do.enroll.start", "do.agent.login", Commands.MENU), "");
      return Optional.empty();
    }
    scene.acknowledge("enroll.other.welcome");
    EnrollDraft wanted = EnrollExtras.wanted(scene, EnrollDraft.EMPTY.by(agent));
    EnrollDraft told = EnrollFacts.gather(scene, wanted, opening.words());
    EnrollDraft draft =
        told.who().name() == null
            ? told.named(Whom.beforeNik(scene, opening.text()).orElse(null))
            : told;
    EnrollChanges.tell(scene, wanted, draft, "", "enroll.noted");
    return Optional.of(draft);
  }

  /// Whether an agent who fills in a form begins with the next person: their values must not get
  /// into it.
  static boolean another(EnrollDraft draft, Event.Said said) {
    return draft.agent() != null
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(INTENT);
  }

  /// Tells who enrols and says that somebody of the family is meant how that is done: `bukan saya,
  /// bapak saya`; false for other words.
  static boolean instead(Scene scene, EnrollDraft draft, Event.Said said) {
    boolean told =
        draft.agent() == null
            && Listed.any(scene, "enroll.other.not-me-words", said.text())
            && FollowUps.kin(scene, said.understood()).isPresent();
    if (told) {
      EnrollFacts.forget(scene);
      begin(scene, new Opening(INTENT, said.understood()));
    }
    return told;
  }

  /// The phone in the form is that person's; the agent's own is left out.
  static EnrollDraft reached(Scene scene, EnrollDraft draft) {
    Phone phone = draft.who().phone();
    if (phone == null || !phone.equals(Told.senderPhone(scene))) {
      return draft;
    }
    scene.acknowledge("enroll.other.phone");
    return draft.reachedAt(null);
  }

  /// Whether a state is of a form for somebody else.
  static boolean of(Enroll.Waiting state) {
    return switch (state) {
      case Enroll.Asking asking -> asking.draft().agent() != null;
      case Enroll.Submitting submitting -> submitting.draft().agent() != null;
      case Enroll.Keeping _, Enroll.Returning _ -> false;
    };
  }

  /// Whether an agent wants to enrol themselves while a form for somebody else is open.
  static boolean oneself(Scene scene, EnrollDraft draft, Event.Said said) {
    return draft.agent() != null
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.startsWith("enroll.")
        && self(scene, said.text());
  }

  /// `daftarkan saya sendiri` means oneself, whoever says it.
  public static boolean self(Scene scene, String text) {
    String bare = text.toLowerCase(Locale.ROOT);
    return scene.heard("enroll.other.self-words").stream().anyMatch(bare::contains);
  }

  /// Whether the agent wants the person to be asked by their own phone.
  static boolean byPhone(Scene scene, Enroll.Asking asking, FromPerson event) {
    boolean here = asking.slot().equals("summary") || asking.slot().equals("consent");
    return here
        && offered(scene, asking.draft())
        && switch (event) {
          case Event.Tapped t -> t.choice().equals(BY_PHONE);
          case Event.Said s -> Commands.listed(scene, "enroll.other.by-phone-words", s.text());
          default -> false;
        };
  }

  /// The ways to consent: said to the agent, or by the person's own phone where one can be reached.
  static List<Choice> ways(Scene scene, EnrollDraft draft, String question) {
    var ways = new ArrayList<>(Reading.yesNoChoices(scene, question));
    if (offered(scene, draft) && !draft.byPhone()) {
      ways.add(scene.choice(BY_PHONE));
    }
    return ways;
  }

  private static boolean offered(Scene scene, EnrollDraft draft) {
    return draft.agent() != null && scene.content().rules().consent().reach().news();
  }

  static Effect.Ask submission(
      Scene scene, EnrollDraft draft, EnrollmentForm form, String version) {
    Instant until =
        scene.turn().now().plus(Duration.ofHours(scene.content().rules().consent().answerHours()));
    return draft.byPhone()
        ? new Effect.AskConsent(form, version, until)
        : new Effect.EnrollVillager(form, version);
  }

  static Move submitted(Scene scene, EnrollDraft draft, Answer answer, String total) {
    if (answer instanceof Answer.ConsentAsked asked) {
      Told.address(scene, draft.who().name(), draft.who().nik());
      scene.say("enroll.other.waiting", "sampai", HandOver.until(asked.until(), scene.zone()));
      scene.askText(scene.choices("do." + INTENT, Commands.MENU), "");
      return Move.OVER;
    }
    if (answer instanceof Answer.TooManyTries) {
      scene.say("enroll.other.asked-often");
      return new Move.To(new Enroll.Asking("consent", draft.asking(false).consented(false)));
    }
    if (answer instanceof Answer.Enrolled e) {
      Told.address(scene, draft.who().name(), draft.who().nik());
      scene.say(
          "enroll.other.done", "nomor", e.number(), "kode", e.receipt().text(), "total", total);
      scene.askText(scene.choices("do." + INTENT, "do.ask.payment", Commands.MENU), "");
      return Move.OVER;
    }
    if (answer instanceof Answer.Refused refused) {
      scene.say("refused." + refused.reason());
      if (refused.reason().equals("not-agent")) {
        scene.forget(AgentLogin.AGENT);
      }
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.say("enroll.given-up");
    return new Move.To(new Enroll.Asking("summary", draft));
  }
}
