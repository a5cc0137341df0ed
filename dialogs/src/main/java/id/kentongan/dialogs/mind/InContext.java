package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.accident.AccidentAside;
import id.kentongan.dialogs.mind.accident.AccidentTold;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.agent.AgentRecap;
import id.kentongan.dialogs.mind.agent.Batch;
import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.answer.Particular;
import id.kentongan.dialogs.mind.answer.Questions;
import id.kentongan.dialogs.mind.claim.Absent;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimAside;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollFacts;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.member.Card;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a wish means where it is said: within a claim, beside what was just offered, where nothing
/// runs.
final class InContext {
  /// What questions mean in the middle of a claim, where nobody joins.
  private static final Map<String, String> CLAIMS =
      Map.of(
          ClaimAside.REQUIREMENTS,
          ClaimAside.DOCUMENTS,
          EnrollOther.INTENT,
          Benefits.HEIRS,
          "ask.eligibility",
          Benefits.HEIRS,
          Benefits.WORK,
          Benefits.DEATH,
          "card.get",
          ClaimAside.DOCUMENTS);

  private static final Map<String, String> ACCIDENTS =
      Map.of(AccidentAside.WHO_PAYS, Benefits.WORK);

  /// The menu shows more than what may go on and a person to talk to.
  private static final int PLAIN = 3;

  /// As many words as `ok pak saya mau daftar dulu`.
  private static final int BRIEF = 6;

  /// As many words as `dapatnya berapa pak`, which name nothing of their own.
  private static final int FEW = 3;

  /// As many words as a yes has, which asks nothing else (`jhtnya bisa diambil`).
  private static final int YES = 2;

  private InContext() {}

  /// The wish that words have where they are said, whatever the Ear makes of them alone.
  static Optional<Opening> meant(Scene scene, @Nullable State top, Understood words) {
    if (top == null && HandOver.impatient(scene, words.text())) {
      return Optional.of(new Opening("complaint", words));
    }
    return EnrollOther.sent(scene, top, words)
        .or(() -> Bereaved.late(scene, top, words))
        .or(() -> FollowUps.subject(scene, top, words).map(i -> new Opening(i, words)))
        .or(() -> Bereaved.answer(scene, top, words))
        .or(() -> Questions.apart(scene, words));
  }

  /// Who asks for papers in the middle of a claim means the claim's; who is known gets the card.
  static String intent(Scene scene, @Nullable State top, Opening heard) {
    String intent = heard.intent();
    if (intent.equals(EnrollOther.INTENT) && EnrollOther.self(scene, heard.text())) {
      return Enroll.INTENT;
    }
    if (intent.equals(Enroll.INTENT) && EnrollOther.villager(scene, heard.text())) {
      return EnrollOther.INTENT;
    }
    if (intent.equals("card.get") && scene.person() != null) {
      return Card.INTENT;
    }
    if (top == null
        && intent.equals(Accident.INTENT)
        && (AccidentTold.ifCovered(scene, heard) || AccidentTold.onlyKind(scene, heard.text()))) {
      return Benefits.WORK;
    }
    if (scene.fact(AgentLogin.AGENT) != null && ofOthers(scene, top, heard)) {
      return AgentRecap.INTENT;
    }
    if (top instanceof Accident.Waiting) {
      return ACCIDENTS.getOrDefault(intent, intent);
    }
    return top instanceof Claim.Waiting ? CLAIMS.getOrDefault(intent, intent) : intent;
  }

  /// Whether an agent asks of others what somebody else would ask of themselves.
  private static boolean ofOthers(Scene scene, @Nullable State top, Opening heard) {
    return (top instanceof Batch.Waiting && Status.STANDING.contains(heard.intent()))
        || (AgentRecap.asks(heard.intent()) && AgentRecap.asksOf(scene, heard.text()));
  }

  /// Whether the person just put off what was asked: who then thanks is not asked on.
  static boolean paused(Scene scene) {
    var shown = scene.turn().talk().memory().choices();
    return !shown.isEmpty()
        && shown.getFirst().id().equals(Commands.RESUME)
        && shown.size() < PLAIN;
  }

  /// Whether who reports an accident or a death says in a few words that they want to join: the
  /// report waits. A story may have such words too.
  static boolean joins(Scene scene, @Nullable State top, Event.Said said) {
    return (top instanceof Accident.Waiting || top instanceof Claim.Waiting)
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(Enroll.INTENT)
        && Listed.tokens(said.text()).size() <= BRIEF
        && Listed.any(scene, "joining.words", said.text())
        && !Listed.any(scene, "joining.claim-words", said.text())
        && !Particular.notMember(scene, said.text());
  }

  /// A yes where enrolling is among what was just offered: `iya mau`. An agent hardly means
  /// themselves.
  static boolean willing(Scene scene, Understood words) {
    var memory = scene.turn().talk().memory();
    // why: told how somebody else joins by this phone, who says that they are here means to begin
    boolean here =
        memory.showed(Commands.DO + AgentLogin.INTENT)
            && Listed.any(scene, "enroll.other.here-words", words.text());
    if (here) {
      EnrollFacts.forget(scene);
    }
    return memory.showed(Commands.DO + Enroll.INTENT)
        && scene.fact(AgentLogin.AGENT) == null
        && (here
            || Commands.listed(scene, "willing-words", words.text())
            || EnrollReturn.afresh(scene, words));
  }

  /// A yes where it was asked which of two was meant.
  static boolean agrees(Scene scene, Understood words) {
    var shown = scene.turn().talk().memory().choices();
    return shown.size() > 2
        && !Reading.wish(words)
        && !(Doubt.of(words) instanceof Doubt.Sure(String intent) && intent.equals(Enroll.INTENT))
        && Listed.tokens(words.text()).size() <= YES
        && shown.getFirst().id().startsWith(Commands.DO)
        && Told.yesNo(scene, words) instanceof Parsed.Value<Boolean>(Boolean yes)
        && yes;
  }

  /// Whether a death is told and hardly anything asked: nobody who mourns is asked what they meant.
  static boolean mourns(Scene scene, Understood words) {
    boolean accident =
        words.best().intent().equals(Accident.INTENT)
            && Bereaved.tells(scene, new Opening(Claim.INTENT, words));
    return accident || mournsSurely(scene, words);
  }

  /// Whether who may report an accident or a death has somebody in hospital, and no dead.
  static boolean hurt(Scene scene, Understood words, List<String> intents) {
    return intents.contains(Accident.INTENT)
        && Listed.any(scene, "claim.place-words.hospital", words.text())
        && !Listed.any(scene, "accident.death-words", words.text())
        && !Absent.tells(scene, words.text())
        && !Reading.questioning(scene, words);
  }

  private static boolean mournsSurely(Scene scene, Understood words) {
    return words.best().intent().equals(Claim.INTENT)
        && (!Reading.questioning(scene, words) || Doubt.likely(words))
        && (Listed.any(scene, Heard.RELATION_DEAD.key(), words.text())
            || Absent.tells(scene, words.text()));
  }

  /// The question of who wants to enrol and asks in one breath, where the Ear doubts which it is.
  static Optional<String> joiningAsks(Scene scene, Understood words, List<String> intents) {
    boolean joins = intents.stream().anyMatch(i -> i.startsWith("enroll."));
    return joins && Reading.questioning(scene, words)
        ? intents.stream().filter(scene.content().answers()::covers).findFirst()
        : Optional.empty();
  }

  /// The answer just given, where a few words that may ask several things ask more of it:
  /// `dpt brp`.
  static Optional<String> goesOn(Scene scene, Understood words, List<String> intents) {
    boolean free = scene.turn().talk().top() == null && Listed.tokens(words.text()).size() <= FEW;
    return Optional.ofNullable(scene.learnt().subject()).filter(s -> free && intents.contains(s));
  }

  /// Who wants to stop where nothing runs may mean the membership: `saya mau berhenti aja`.
  static boolean leaves(Scene scene, Opening opening) {
    return Listed.any(scene, "cancel.leave-words", opening.text());
  }
}
