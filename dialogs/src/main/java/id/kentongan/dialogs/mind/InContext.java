package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a wish means where it is said: within a claim, beside what was just offered, where nothing
/// runs.
final class InContext {
  /// What questions mean in the middle of a claim, where nobody joins.
  private static final Map<String, String> CLAIMS =
      Map.of(
          "ask.requirements", "ask.claim.documents",
          "enroll.other", "ask.heirs",
          "ask.eligibility", "ask.heirs",
          "ask.jkk", "ask.jkm");

  private static final Set<String> STANDING =
      Set.of("status.membership", "status.contribution", "status.enrollment");

  private InContext() {}

  /// Who asks for papers in the middle of a claim means the claim's; who is known gets the card.
  static String intent(Scene scene, @Nullable State top, Opening heard) {
    String intent = heard.intent();
    if (intent.equals(EnrollOther.INTENT) && EnrollOther.self(scene, heard.text())) {
      return "enroll.start";
    }
    if (intent.equals("card.get") && scene.person() != null) {
      return Card.INTENT;
    }
    return top instanceof Claim.Waiting ? CLAIMS.getOrDefault(intent, intent) : intent;
  }

  /// A yes where enrolling is among what was just offered: `iya mau`.
  static boolean willing(Scene scene, Understood words) {
    return scene.turn().talk().memory().showed(Wishes.DO + "enroll.start")
        && Commands.listed(scene, "willing-words", words.text());
  }

  /// A yes where it was asked which of two was meant.
  static boolean agrees(Scene scene, Understood words) {
    var shown = scene.turn().talk().memory().choices();
    return shown.size() > 2
        && shown.getFirst().id().startsWith(Wishes.DO)
        && Told.yesNo(scene, words) instanceof Parsed.Value<Boolean>(Boolean yes)
        && yes;
  }

  /// Whether the guesses are all about how one's own membership stands: one answer tells it all.
  static boolean standing(List<String> intents) {
    return STANDING.containsAll(intents);
  }

  /// Whether a death is told and hardly anything asked: nobody who mourns is asked what they meant.
  static boolean mourns(Scene scene, Understood words) {
    return words.best().intent().equals("claim.jkm.start")
        && (!Reading.questioning(scene, words) || Doubt.likely(words))
        && (Listed.any(scene, Heard.RELATION_DEAD.key(), words.text())
            || Absent.tells(scene, words.text()));
  }

  /// Who wants to stop where nothing runs may mean the membership: `saya mau berhenti aja`.
  static boolean leaves(Scene scene, Opening opening) {
    return Listed.any(scene, "cancel.leave-words", opening.text());
  }
}
