package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.State;
import java.util.Map;
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

  /// A yes where enrolling is the first of what was just offered: `iya mau`.
  static boolean willing(Scene scene, Understood words) {
    var shown = scene.turn().talk().memory().choices();
    return !shown.isEmpty()
        && shown.getFirst().id().equals(Wishes.DO + "enroll.start")
        && Commands.listed(scene, "willing-words", words.text());
  }

  /// Who wants to stop where nothing runs may mean the membership: `saya mau berhenti aja`.
  static boolean leaves(Scene scene, Opening opening) {
    return ClaimTold.any(scene, "cancel.leave-words", opening.text());
  }
}
