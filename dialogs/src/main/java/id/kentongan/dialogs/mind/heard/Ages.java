package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says first and kindly that somebody is too old to join, when the question tells the age.
public final class Ages {
  /// The question who may join.
  public static final String WHO = "ask.eligibility";

  private static final Set<String> JOINING = Set.of(WHO, Enroll.INTENT, EnrollOther.INTENT);
  private static final int OLDEST = 120;

  private Ages() {}

  public static boolean tooOld(Scene scene, Opening opening, @Nullable State top) {
    int limit = scene.content().rules().enrolment().ageLimit();
    int age = age(scene, opening);
    if (!JOINING.contains(opening.intent()) || age < limit || age > OLDEST) {
      return false;
    }
    scene.say("too-old", "umur", Integer.toString(age), "batas", Integer.toString(limit));
    scene.learn(scene.learnt().about(WHO));
    if (top == null) {
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
    }
    return true;
  }

  /// Says that an age told in a question is not too old; false where none is told. Of who is not of
  /// age yet nothing is said for sure: the answer sends who has no KTP to the branch.
  public static boolean fits(Scene scene, Opening opening) {
    var rules = scene.content().rules().enrolment();
    int age = age(scene, opening);
    if (!opening.intent().equals(WHO)
        || age < scene.content().rules().death().ofAge()
        || age >= rules.ageLimit()) {
      return false;
    }
    scene.say(
        "age-fits", "umur", Integer.toString(age), "batas", Integer.toString(rules.ageLimit()));
    return true;
  }

  private static int age(Scene scene, Opening opening) {
    var told = scene.content().parsers().age(opening.text());
    boolean goesOn =
        WHO.equals(opening.intent()) && WHO.equals(scene.turn().talk().memory().subject());
    return told.or(() -> goesOn ? alone(opening.text()) : Optional.empty()).orElse(0);
  }

  /// The only number of a few words, of the size of an age: `kalau 66`, `ibu saya 50`.
  public static Optional<Integer> alone(String text) {
    List<String> numbers =
        Listed.tokens(text).stream().filter(t -> Character.isDigit(t.charAt(0))).toList();
    return numbers.size() == 1 && numbers.getFirst().matches("[1-9]\\d")
        ? Optional.of(Integer.valueOf(numbers.getFirst()))
        : Optional.empty();
  }
}
