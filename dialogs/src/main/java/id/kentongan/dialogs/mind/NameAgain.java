package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A name told once more after a word of correcting, without the word `nama`: `eh salah, Agus
/// Salimin`. It counts when it shares a word with the name told before.
final class NameAgain {
  private static final int MOST_WORDS = 5;

  private NameAgain() {}

  /// The correction as it would be with the word.
  static Optional<FromPerson> of(Scene scene, @Nullable String name, FromPerson event) {
    if (name == null
        || !(event instanceof Event.Said said)
        || !Corrections.signed(scene, said.understood())) {
      return Optional.empty();
    }
    String rest = Corrections.rest(scene, said.text());
    Set<String> told = words(rest);
    boolean whole = told.size() > 1 && told.size() <= MOST_WORDS;
    told.retainAll(words(name));
    String label = scene.heard("fields.enroll.name").stream().sorted().findFirst().orElse("");
    return whole && !told.isEmpty() && !rest.equalsIgnoreCase(name)
        ? Optional.of(new Event.Said(Corrections.answer(label + ' ' + rest, said.understood())))
        : Optional.empty();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
  }
}
