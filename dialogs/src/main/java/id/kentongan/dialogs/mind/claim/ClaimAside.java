package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.accident.AccidentAside;
import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a family says in the middle of a claim beside the answer: a correction, a question about
/// the claim, that they are lost. What is not understood gets a kind sentence and the same question
/// again, never the menu.
public final class ClaimAside {
  public static final String DOCUMENTS = "ask.claim.documents";
  public static final String REQUIREMENTS = "ask.requirements";
  public static final String TIME = "ask.claim.time";

  /// Questions that belong to a claim.
  private static final Set<String> OURS =
      Set.of(Benefits.DEATH, Benefits.HEIRS, Benefits.SCHOOL, DOCUMENTS, TIME, "ask.office");

  /// Fields that nearly any words fit.
  private static final Set<String> WORDS = Set.of("name", "cause", "heir");

  /// As many words as say how somebody feels, and no more.
  private static final int FEELING = 6;

  private ClaimAside() {}

  /// What comes before the field reads it; nothing when it is for the field.
  static Optional<Move> heard(Scene scene, Claim.Asking asking, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return Optional.empty();
    }
    if (grieves(scene, said.text())) {
      scene.say("claim.sorrow");
      return Optional.of(new Move.To(asking));
    }
    if (feast(scene, asking, said)) {
      scene.explain("day.feast");
      return Optional.of(new Move.To(asking));
    }
    if (again(scene, asking, said)) {
      scene.acknowledge("small.go-on");
      return Optional.of(new Move.To(asking));
    }
    boolean yesNo = asking.slot().startsWith("closer") || asking.slot().equals("adult");
    boolean works =
        asking.slot().equals("working") && ClaimEarly.doing(scene, said.text()).isPresent();
    boolean later = !yesNo || Listed.any(scene, "claim.later-words", said.text());
    if (later && !works && (hesitates(said.understood()) || waits(scene, asking, said))) {
      return Optional.of(pause(scene, asking));
    }
    if (!asking.slot().equals("nik") && ClaimTold.nikUnknown(scene, said.text())) {
      scene.say("claim.no-nik");
      return Optional.of(new Move.To(new Claim.Asking(asking.slot(), asking.draft().nikLater())));
    }
    return ClaimNaming.early(scene, asking, said)
        .or(() -> ClaimEarly.writer(scene, asking, said.understood()))
        .or(() -> ClaimAnywhere.heard(scene, asking, said))
        .or(() -> corrected(scene, asking.draft(), said))
        .or(() -> likely(scene, asking, said))
        .or(() -> misplaced(scene, asking, said.understood()));
  }

  /// Who they are to the one who died, told once more; or the class of a child, which sounds like a
  /// hospital's.
  private static boolean again(Scene scene, Claim.Asking asking, Event.Said said) {
    Relation known = asking.draft().heir().relation();
    boolean related =
        asking.slot().equals("adult")
            && ClaimTold.relation(scene, said.understood()).filter(r -> r == known).isPresent();
    boolean child =
        said.understood().best().intent().equals(AccidentAside.KESEHATAN)
            && !asking.slot().equals("children")
            && !asking.slot().equals("school")
            && !Reading.questioning(scene, said.understood())
            && !Children.of(scene, said.text()).none();
    return related || child;
  }

  /// `habis lebaran`, where the day of the death is asked: no pause, but no day either.
  private static boolean feast(Scene scene, Claim.Asking asking, Event.Said said) {
    return asking.slot().equals("died")
        && Listed.any(scene, Heard.DATE_FEASTS.key(), said.text())
        && ClaimTold.day(scene, said.understood()).isEmpty();
  }

  /// Who says nothing but how they feel is not asked on at once.
  public static boolean grieves(Scene scene, String text) {
    return Listed.tokens(text).size() <= FEELING && Listed.any(scene, "claim.sorrow-words", text);
  }

  /// `bentar saya cari KTP-nya`, where something is to be looked for.
  private static boolean waits(Scene scene, Claim.Asking asking, Event.Said said) {
    return asking.slot().equals("nik")
        && said.text().chars().noneMatch(Character::isDigit)
        && Listed.any(scene, "claim.wait-words", said.text());
  }

  /// What is put as a question and likely asks about the claim; `ga ada siapa2` is none.
  private static Optional<Move> likely(Scene scene, Claim.Asking asking, Event.Said said) {
    return ClaimAnywhere.nobody(scene, asking, said)
            || ClaimTold.relation(scene, said.understood()).isPresent()
        ? Optional.empty()
        : Reading.likelyOf(scene, OURS, said.understood());
  }

  /// Words that no field takes: a wish that is sure goes its way, a likely question about the claim
  /// is answered, and who is lost is helped on.
  static Move other(Scene scene, Claim.Waiting state, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return Move.PASS;
    }
    Understood words = said.understood();
    return switch (Doubt.of(words)) {
      case Doubt.Sure(String intent) when intent.equals("hesitate") -> pause(scene, state);
      case Doubt.Sure(String intent) when intent.equals(SmallTalk.HELP) -> lost(scene, state);
      case Doubt.Sure(String intent) when intent.equals(Claim.INTENT) -> lost(scene, state);
      case Doubt.Sure(String intent) when intent.equals(Accident.INTENT) ->
          accident(scene, state, said);
      case Doubt.Sure _ -> Move.PASS;
      case Doubt.Between _, Doubt.Lost _ ->
          Doubt.likelyOf(OURS, words)
              .<Move>map(intent -> new Move.Digress(new Opening(intent, words)))
              .orElseGet(() -> lost(scene, state));
    };
  }

  private static boolean hesitates(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent) && intent.equals("hesitate");
  }

  private static Move pause(Scene scene, Claim.Waiting state) {
    scene.say("claim.no-hurry");
    scene.askText(scene.choices(Commands.RESUME, Commands.HUMAN), "");
    return new Move.To(state);
  }

  /// One kind sentence, the question again, and a person to talk to.
  private static Move lost(Scene scene, Claim.Waiting state) {
    scene.acknowledge("claim.lost");
    Claim.askFor(scene, state);
    scene.offer(scene.choice(Commands.HUMAN));
    return new Move.To(state);
  }

  /// An accident told late: whether it was at work decides which way it goes.
  private static Move accident(Scene scene, Claim.Waiting state, Event.Said said) {
    ClaimDraft told = told(scene, state.draft(), said.text());
    return Told.atWork(scene, said.text()) ? Claim.atWork(scene, told) : Claim.next(scene, told);
  }

  /// The story of an accident replaces a button or an illness, not another story.
  private static ClaimDraft told(Scene scene, ClaimDraft draft, String text) {
    String cause = draft.deceased().cause();
    boolean story = cause != null && Told.accident(scene, cause);
    return story ? draft.working(null) : draft.caused(Told.plain(text));
  }

  /// `nama almarhum salah`, `nama saya salah`: the field is emptied and asked again.
  static Optional<Move> corrected(Scene scene, ClaimDraft draft, Event.Said said) {
    Optional<ClaimDraft> renamed = NameAgain.instead(scene, draft, said);
    if (renamed.isPresent()) {
      return renamed.map(known -> ClaimEarly.noted(scene, draft, known));
    }
    List<String> fields =
        List.of("name", "died", "cause", "place", "nik", "heir", "children", "relation");
    return Corrections.asked(scene, "claim", fields, said)
        .map(field -> field.equals("name") && own(scene, draft, said.text()) ? "heir" : field)
        .map(
            field ->
                new Move.To(
                    new Claim.Asking(field, ClaimSlots.FORM.slot(field).clear().apply(draft))));
  }

  private static boolean own(Scene scene, ClaimDraft draft, String text) {
    return draft.heir().name() != null && Listed.any(scene, "claim.own-name", text);
  }

  /// An answer to another question than the one asked: a relation or a day is no name and no cause.
  private static Optional<Move> misplaced(Scene scene, Claim.Asking asking, Understood words) {
    ClaimDraft draft = asking.draft();
    if (Told.atWork(scene, words.text()) && !asking.slot().equals("heir")) {
      return Optional.of(Claim.atWork(scene, told(scene, draft, words.text())));
    }
    if (!WORDS.contains(asking.slot())) {
      return ClaimEarly.told(scene, asking, words);
    }
    if (!asking.slot().equals("cause") && Listed.any(scene, "claim.unknown-words", words.text())) {
      return Optional.of(lost(scene, asking));
    }
    Optional<Move> early =
        ClaimEarly.living(scene, asking, words.text())
            .or(() -> ClaimEarly.story(scene, asking, words));
    if (early.isPresent()) {
      return early;
    }
    Optional<Relation> relation = ClaimTold.relation(scene, words);
    if (relation.isPresent()) {
      return Optional.of(
          Claim.next(scene, ClaimHeirs.ofAge(scene, draft.related(relation.get()), words.text())));
    }
    Optional<LocalDate> day = ClaimTold.day(scene, words);
    return day.map(d -> Claim.next(scene, draft.died(d)));
  }
}
