package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Whether somebody tells of a death while they ask something, or want to join: they are met with
/// condolence before the answer.
public final class Bereaved {
  /// What may go along with a death that is told, and must not be lost.
  private static final Set<String> JOINING = Set.of(Enroll.INTENT, EnrollOther.INTENT);

  /// As many words as stand between whose it was and that they died.
  private static final int NEAR = 6;

  private Bereaved() {}

  /// Asks who told of a death and of joining in one breath which of both comes first; false where
  /// only one was told.
  public static boolean asked(Scene scene, @Nullable State top, Opening opening) {
    Understood words = opening.words();
    if (top != null
        || words == null
        || scene.fact(AgentLogin.AGENT) != null
        || !joins(scene, opening)
        || !died(scene, words)) {
      return false;
    }
    boolean other =
        opening.intent().equals(EnrollOther.INTENT)
            && !Listed.any(scene, "joining.words", words.text());
    Choice joining = scene.choice(Commands.DO + (other ? EnrollOther.INTENT : Enroll.INTENT));
    scene.condole();
    scene.ask(
        List.of(claim(scene, words), joining, scene.choice(Commands.MENU)), "condolence-joining");
    return true;
  }

  /// Who tells of a death beside something that was not understood is condoled with before they are
  /// asked; false where no death was told.
  public static boolean unclear(
      Scene scene, @Nullable State top, Understood words, List<String> likely) {
    if (top != null || !died(scene, words)) {
      return false;
    }
    scene.condole();
    var choices = new ArrayList<Choice>();
    choices.add(claim(scene, words));
    likely.stream()
        .filter(intent -> !intent.equals(Claim.INTENT))
        .limit(1)
        .forEach(intent -> choices.add(scene.choice(Commands.DO + intent)));
    choices.add(scene.choice(Commands.HUMAN));
    scene.ask(choices, "menu-mourning");
    return true;
  }

  /// Condoles with who tells nothing but the name of somebody who died: `namanya pak Sukir alm`.
  public static boolean named(Scene scene, Understood words) {
    scene.condole();
    scene.ask(List.of(claim(scene, words), scene.choice(Commands.HUMAN)), "menu-mourning");
    return true;
  }

  /// What answers the question asked with the condolence: whose death it was, or which of the two
  /// comes first. Nothing for other words, and where none was asked.
  public static Optional<Opening> answer(Scene scene, @Nullable State top, Understood words) {
    if (offered(scene, top, Claim.INTENT).isEmpty() || Reading.questioning(scene, words)) {
      return Optional.empty();
    }
    Optional<Relation> kin = ClaimTold.relation(scene, words);
    if (kin.isPresent()) {
      return Optional.of(new Opening(Claim.INTENT, null, kin.get().name()));
    }
    return first(scene, "joining.claim-first-words", Claim.INTENT, words)
        .or(() -> first(scene, "joining.join-first-words", "enroll.", words));
  }

  private static Optional<Opening> first(Scene scene, String key, String intent, Understood words) {
    return Listed.any(scene, key, words.text())
        ? offered(scene, null, intent)
            .map(choice -> Opening.tapped(choice.id().substring(Commands.DO.length())))
        : Optional.empty();
  }

  /// Asks the same again where no answer could be read in the words, and shows a person to talk to:
  /// nobody who mourns is sent to the menu.
  public static boolean again(Scene scene, @Nullable State top) {
    if (offered(scene, top, Claim.INTENT).isEmpty()) {
      return false;
    }
    scene.ask(scene.turn().talk().memory().choices(), "condolence-which");
    scene.offer(scene.choice(Commands.HUMAN));
    return true;
  }

  /// The way there, if it was just shown beside that to the claim, with a condolence.
  private static Optional<Choice> offered(Scene scene, @Nullable State top, String intent) {
    var shown = scene.turn().talk().memory().choices();
    boolean condoled =
        top == null
            && shown.stream().anyMatch(c -> c.id().startsWith(Commands.DO + Claim.INTENT + ':'));
    return shown.stream()
        .filter(choice -> condoled && choice.id().startsWith(Commands.DO + intent))
        .findFirst();
  }

  /// The way to the claim, which keeps who of the family it was, and that it was condoled with.
  private static Choice claim(Scene scene, Understood words) {
    Relation relation = ClaimTold.opening(scene, ClaimDraft.EMPTY, words).heir().relation();
    String whose = relation == null ? "nobody" : relation.name();
    return new Choice(
        Commands.DO + Claim.INTENT + ':' + whose, scene.words("choice.do." + Claim.INTENT));
  }

  /// Who asks whether a death of long ago can still be seen to begins the claim: `bapak saya
  /// meninggal 2 tahun lalu, masih bisa diurus?`
  public static Optional<Opening> late(Scene scene, @Nullable State top, Understood words) {
    return top == null
            && died(scene, words)
            && scene.fact(AgentLogin.AGENT) == null
            && Listed.any(scene, "claim.late-words", words.text())
        ? Optional.of(new Opening(Claim.INTENT, words))
        : Optional.empty();
  }

  private static boolean joins(Scene scene, Opening opening) {
    return JOINING.contains(opening.intent())
        || (opening.intent().equals(Claim.INTENT)
            && Listed.any(scene, "joining.words", opening.text())
            && !Listed.any(scene, "joining.claim-words", opening.text()));
  }

  private static boolean died(Scene scene, Understood words) {
    if (FollowUps.supposes(scene, words)
        || Listed.any(scene, "accident.alive-words", words.text())) {
      return false;
    }
    List<String> told = Listed.tokens(words.text());
    boolean late =
        Listed.any(scene, Heard.RELATION_LATE.key(), words.text())
            && !(Told.relation(scene, words) instanceof Parsed.Invalid<Relation>);
    return late
        || Absent.gone(scene, words.text())
        || IntStream.range(0, told.size())
            .filter(i -> own(scene, told, i))
            .mapToObj(i -> told.subList(i, Math.min(told.size(), i + NEAR)))
            .anyMatch(near -> Listed.any(scene, "accident.death-words", String.join(" ", near)));
  }

  /// `tetangga saya meninggal, siapa yang urus ya`; not `kalau suami saya meninggal dapat berapa`.
  public static boolean tells(Scene scene, Opening opening) {
    Understood words = opening.words();
    return words != null
        && Listed.any(scene, "accident.death-words", words.text())
        && !Listed.any(scene, "accident.alive-words", words.text())
        && !FollowUps.supposes(scene, words)
        && somebodysOwn(scene, words.text());
  }

  /// `suami saya`, `tetanggaku`: whose it is stands right behind.
  private static boolean somebodysOwn(Scene scene, String text) {
    List<String> words = Listed.tokens(text);
    return IntStream.range(0, words.size()).anyMatch(i -> own(scene, words, i));
  }

  /// `tetanggaku`.
  public static boolean joined(Set<String> kin, String word) {
    return word.endsWith("ku") && kin.contains(word.substring(0, word.length() - 2));
  }

  private static boolean own(Scene scene, List<String> words, int at) {
    Set<String> kin = scene.heard("claim.whose-words");
    Set<String> own = scene.heard("claim.relation-own");
    String word = words.get(at);
    boolean behind = at + 1 < words.size() && own.contains(words.get(at + 1));
    return joined(kin, word) || (behind && kin.contains(word));
  }
}
