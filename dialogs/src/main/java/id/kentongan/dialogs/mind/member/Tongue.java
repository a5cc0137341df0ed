package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Language;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The language to speak: the one chosen, else the one that the person writes. It is taken up after
/// two clear messages in it, or one long one; a word, a name, a number, a greeting change nothing.
public final class Tongue {
  private static final String HEARD = "language.heard";
  private static final String CHOSEN = "language.chosen";
  private static final String TOLD = "language.told";
  private static final double CLEAR = 0.8;
  private static final double VERY_CLEAR = 0.95;
  private static final int LONG = 4;

  private static final Pattern BETWEEN = Pattern.compile("\\P{L}+");

  private Tongue() {}

  /// Takes up the language of what was said, when it is time to.
  public static void hear(Scene scene, FromPerson event) {
    if (!(event instanceof Event.Said said) || scene.fact(CHOSEN) != null) {
      return;
    }
    Understood words = said.understood();
    Language language = clear(scene, words);
    if (language == null) {
      return;
    }
    boolean again = language.code().equals(scene.fact(HEARD));
    boolean wish = wish(words);
    // why: "25 hari" in a form is clear Indonesian, and every language's own
    if (language == Language.INDONESIAN && answering(scene, words)) {
      return;
    }
    // why: an answer in Indonesian, as an address is, says nothing of the language
    if ((again && (wish || language != Language.INDONESIAN))
        || (wish && longEnough(scene, words))) {
      scene.speak(language);
    }
    if (wish) {
      scene.remember(HEARD, language.code());
    }
  }

  /// What is said to words that were not understood, whose language may be the reason.
  public static String notUnderstood(Understood words) {
    return words.language() == Language.OTHER ? "doubt.tongue" : "doubt.lost";
  }

  /// Whether the words only answer what a form asks.
  private static boolean answering(Scene scene, Understood words) {
    return scene.turn().talk().top() != null
        && !longEnough(scene, words)
        && !Reading.questioning(scene, words);
  }

  /// Says once that another language was taken up, and how to change it; never into grief.
  public static void mention(Scene scene, @Nullable State top) {
    boolean taken = scene.language() != Language.INDONESIAN && scene.fact(CHOSEN) == null;
    boolean grave =
        scene.condoled() || top instanceof Claim.Waiting || top instanceof Accident.Waiting;
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

  /// The language that a message is clearly in, as we answer it; none for a single word.
  private static @Nullable Language clear(Scene scene, Understood words) {
    if (words.languageConfidence() < CLEAR || count(words) < 2) {
      return null;
    }
    Language language = words.language();
    if (language == Language.SUNDANESE) {
      return Language.INDONESIAN;
    }
    return scene.content().words().byLanguage().containsKey(language) ? language : null;
  }

  private static boolean wish(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent)
        && !SmallTalk.FORMULAS.contains(intent);
  }

  /// The first message of all is believed sooner than a later one.
  private static boolean longEnough(Scene scene, Understood words) {
    boolean first = scene.turn().talk().memory().lastAt() == null;
    return words.languageConfidence() >= VERY_CLEAR && count(words) >= (first ? LONG - 1 : LONG);
  }

  private static int count(Understood words) {
    return BETWEEN.split(words.text().strip()).length;
  }
}
