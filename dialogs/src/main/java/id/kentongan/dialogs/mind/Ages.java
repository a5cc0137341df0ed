package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.State;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says first and kindly that somebody is too old to join, when the question tells the age.
final class Ages {
  private static final Set<String> JOINING =
      Set.of("ask.eligibility", "enroll.start", "enroll.other");
  private static final Pattern AGE =
      Pattern.compile(
          "\\b(\\d{2,3})"
              + " ?(?:tahun|thn|th|taun)\\b|\\b(?:umur|umure|usia|yuswa)\\D{0,12}(\\d{2,3})\\b");
  private static final int OLDEST = 120;

  private Ages() {}

  static boolean tooOld(Scene scene, Opening opening, @Nullable State top) {
    int limit = scene.content().rules().enrolment().ageLimit();
    int age = age(opening.text().toLowerCase(Locale.ROOT));
    if (!JOINING.contains(opening.intent()) || age < limit || age > OLDEST) {
      return false;
    }
    scene.say("too-old", "umur", Integer.toString(age), "batas", Integer.toString(limit));
    if (top == null) {
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
    }
    return true;
  }

  /// Says that an age told in a question is not too old; false where none is told.
  static boolean fits(Scene scene, Opening opening) {
    var rules = scene.content().rules().enrolment();
    int age = age(opening.text().toLowerCase(Locale.ROOT));
    if (!opening.intent().equals("ask.eligibility")
        || age < rules.youngest()
        || age >= rules.ageLimit()) {
      return false;
    }
    scene.say(
        "age-fits", "umur", Integer.toString(age), "batas", Integer.toString(rules.ageLimit()));
    return true;
  }

  private static int age(String text) {
    Matcher age = AGE.matcher(text);
    return age.find() ? Integer.parseInt(age.group(1) == null ? age.group(2) : age.group(1)) : 0;
  }
}
