package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.accident.AccidentDraft;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Aside;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Taking up the claim that `batal` put aside: what was told and photographed stays in this
/// conversation. Two of them may lie there, for a family that mourns two.
public final class ClaimReturn {
  public static final String ANOTHER = "claim.another";
  private static final String FIRST = "claim.kept";
  private static final String SECOND = "claim.kept-second";

  /// What was told as another claim was taken up: of another death, if that is what is said next.
  private static final String TOLD = "claim.told";

  /// The claim that a report of an accident was made of, in case it was none.
  private static final String TURNED = "claim.turned";

  private ClaimReturn() {}

  /// Keeps a claim whose matter is reported as an accident from here on.
  static void turned(Scene scene, ClaimDraft draft) {
    lay(scene, TURNED, draft);
  }

  /// What was turned into a report is reported, or another report is begun.
  public static void settled(Scene scene) {
    scene.forget(TURNED);
  }

  /// From the report of a death back to the claim, with what both have: `bukan kecelakaan kok,
  /// sakit`.
  public static Optional<Move> back(Scene scene, AccidentDraft told, Event.Said said) {
    boolean offWork = Listed.any(scene, "accident.off-work-words", said.text());
    boolean none = offWork || Listed.any(scene, "accident.none-words", said.text());
    if (!told.more().death() || !none || Reading.questioning(scene, said.understood())) {
      return Optional.empty();
    }
    ClaimDraft claim = take(scene, TURNED).orElseGet(() -> ofStory(scene, told.story()));
    Optional<String> illness = ClaimTold.illness(scene, said.text());
    String story = offWork ? told.story() : null;
    ClaimDraft known =
        claim.named(told.victim()).died(told.day()).caused(illness.orElse(story)).working(false);
    String by = claim.heir().name() == null ? told.notifier() : claim.heir().name();
    scene.say("claim.turned-back");
    return Optional.of(
        Claim.next(
            scene,
            told.nik() == null || told.nik().equals(claim.deceased().nik())
                ? known.claimedBy(by)
                : known.claimedBy(by).identified(told.nik())));
  }

  /// Stopping, or turning to the claim of somebody else; nothing for other events.
  static Optional<Move> on(Scene scene, Claim.Waiting state, Event event) {
    if (!(event instanceof FromPerson) || state instanceof Claim.Submitting) {
      return Optional.empty();
    }
    ClaimDraft told = take(scene, TOLD).orElse(ClaimDraft.EMPTY);
    if (!(event instanceof Event.Tapped tapped)) {
      return Optional.empty();
    }
    return switch (tapped.choice()) {
      case Commands.CANCEL -> leave(scene, state.draft());
      case ANOTHER -> Optional.of(another(scene, state.draft(), told));
      default -> Optional.empty();
    };
  }

  /// Whether words ask for the claim of somebody else, where the button is not shown any more.
  public static boolean asksAnother(Scene scene, String text) {
    State top = scene.turn().talk().top();
    boolean aside =
        top == null && scene.fact(FIRST) != null && Claim.MOURNING.equals(scene.learnt().subject());
    return (top instanceof Claim.Waiting || aside)
        && Commands.listed(scene, "claim.another-words", text);
  }

  /// Keeps what there is; a claim with nothing in it is simply let go.
  private static Optional<Move> leave(Scene scene, ClaimDraft draft) {
    if (draft.equals(ClaimDraft.EMPTY)) {
      return Optional.empty();
    }
    lay(scene, draft);
    int files = files(draft);
    scene.say(files == 0 ? "claim.kept" : "claim.kept-files", "n", "" + files);
    return Optional.of(Move.OVER);
  }

  /// Where a claim begins while one lies here: at what it still lacks. Whose it is, is said, and
  /// that it may be another's.
  static Optional<Move> begin(Scene scene, Opening opening) {
    boolean other = opening.detail().equals(ANOTHER);
    if (other && scene.fact(FIRST) != null && scene.fact(SECOND) == null) {
      scene.acknowledge("claim.another");
      return Optional.of(Claim.next(scene, ClaimDraft.EMPTY));
    }
    Optional<ClaimDraft> last =
        other ? take(scene, FIRST) : take(scene, SECOND).or(() -> take(scene, FIRST));
    last.ifPresent(_ -> keep(scene, opening));
    return last.map(draft -> takenUp(scene, draft));
  }

  /// Who of the family it was, where the first words of a report told it.
  private static ClaimDraft ofStory(Scene scene, @Nullable String story) {
    return story != null
            && scene.content().parsers().relation(story)
                instanceof Parsed.Value<Relation>(Relation relation)
        ? ClaimDraft.EMPTY.related(relation)
        : ClaimDraft.EMPTY;
  }

  private static void keep(Scene scene, Opening opening) {
    ClaimDraft known = ClaimDraft.EMPTY.related(Relation.named(opening.detail()).orElse(null));
    ClaimDraft told = ClaimTold.opening(scene, known, opening.words());
    if (told.equals(ClaimDraft.EMPTY)) {
      return;
    }
    lay(scene, TOLD, told);
    if (opening.detail().isEmpty()) {
      scene.acknowledge("claim.condolence");
    }
  }

  /// A file that was on its way when the claim was put aside.
  public static void arrived(Scene scene, Event.Answered answered) {
    for (String place : List.of(FIRST, SECOND, TURNED)) {
      read(scene, place)
          .filter(draft -> draft.files().awaits(answered.effect()))
          .ifPresent(draft -> lay(scene, place, ClaimPapers.arrived(draft, answered)));
    }
  }

  private static Move another(Scene scene, ClaimDraft draft, ClaimDraft told) {
    Optional<ClaimDraft> other = take(scene, FIRST);
    lay(scene, draft);
    if (other.isPresent()) {
      return takenUp(scene, other.get());
    }
    scene.acknowledge("claim.another");
    return Claim.next(scene, told);
  }

  private static Move takenUp(Scene scene, ClaimDraft draft) {
    String name = draft.deceased().name();
    if (name == null) {
      scene.acknowledge("claim.taken-up");
    } else {
      scene.acknowledge("claim.taken-up-name", "nama", name);
    }
    scene.offer(scene.choice(ANOTHER));
    return Claim.next(scene, draft);
  }

  private static int files(ClaimDraft draft) {
    var files = draft.files();
    return files.coming().size() + files.unnamed().size() + files.named().size();
  }

  private static void lay(Scene scene, ClaimDraft draft) {
    lay(scene, scene.fact(FIRST) == null ? FIRST : SECOND, draft);
  }

  private static void lay(Scene scene, String place, ClaimDraft draft) {
    Aside.lay(scene, place, new Claim.Collecting(draft));
  }

  private static Optional<ClaimDraft> take(Scene scene, String place) {
    Optional<ClaimDraft> draft = read(scene, place);
    scene.forget(place);
    return draft;
  }

  private static Optional<ClaimDraft> read(Scene scene, String place) {
    return Aside.of(scene, place, Claim.Waiting.class).map(Claim.Waiting::draft);
  }
}
