package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Language;
import org.jspecify.annotations.Nullable;

/// The language to speak: the one chosen, else the one that the person writes. It is taken up after
/// two clear messages in it, or one long one; a word or two, a name, a number change nothing.
final class Tongue {
  private static final String HEARD = "language.heard";
  private static final String CHOSEN = "language.chosen";
  private static final String TOLD = "language.told";
  private static final double CLEAR = 0.8;
  private static final double VERY_CLEAR = 0.9;
  private static final int LONG = 5;
  private static final int SHORT = 4;

  private Tongue() {}

  /// Takes up the language of what was said, when it is time to.
  static void hear(Scene scene, FromPerson event) {
    if (!(event instanceof Event.Said said) || scene.fact(CHOSEN) != null) {
      return;
    }
    Language language = spoken(scene, said.understood());
    if (language == null) {
      return;
    }
    boolean again = language.code().equals(scene.fact(HEARD));
    if (!again) {
      scene.remember(HEARD, language.code());
    }
    if (again || longEnough(said.understood())) {
      scene.speak(language);
    }
  }

  /// Says once that another language was taken up, and how to change it; never into grief.
  static void mention(Scene scene, @Nullable State top) {
    boolean taken = scene.language() != Language.INDONESIAN && scene.fact(CHOSEN) == null;
    boolean grave = top instanceof Claim.Waiting || top instanceof Accident.Waiting;
    if (taken && !grave && !scene.silent() && scene.fact(TOLD) == null) {
      scene.acknowledge("language.taken");
      scene.remember(TOLD, "yes");
    }
  }

  /// The person has chosen: what they write changes it no more.
  static void choose(Scene scene, Language language) {
    scene.speak(language);
    scene.remember(CHOSEN, language.code());
  }

  /// The language that a message is clearly in, as we answer it; none for what may be a name.
  private static @Nullable Language spoken(Scene scene, Understood words) {
    boolean wish = Reading.wish(words);
    int count = count(words);
    if (words.languageConfidence() < CLEAR || count < 2 || (count < SHORT && !wish)) {
      return null;
    }
    Language language = words.language();
    if (language == Language.SUNDANESE) {
      return Language.INDONESIAN;
    }
    return scene.content().words().byLanguage().containsKey(language) ? language : null;
  }

  private static boolean longEnough(Understood words) {
    return words.languageConfidence() >= VERY_CLEAR && count(words) >= LONG;
  }

  private static int count(Understood words) {
    return words.text().strip().split("\\P{L}+").length;
  }
}
