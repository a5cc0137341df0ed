package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The name of who writes, as they say it of themselves or by what they are to somebody else; and a
/// name that is only announced.
public final class Writer {
  /// As many words as a name alone has.
  private static final int NAME = 3;

  private Writer() {}

  /// The name of the one who writes: `nama saya Halimah`, `saya Dedi`.
  public static Optional<String> own(Marked marked) {
    List<String> words = marked.words();
    Set<String> own = marked.listed("claim.relation-own");
    Optional<String> kin = behindKin(marked, own);
    if (kin.isPresent()) {
      return kin;
    }
    boolean sign = !words.isEmpty() && marked.listed("facts.name-signs").contains(marked.low(0));
    return sign ? behindOwn(marked, own, 1) : written(marked, own);
  }

  /// `saya Dedi`, with a capital letter.
  public static Optional<String> written(Marked marked, Set<String> own) {
    return marked.words().size() > 1 && Character.isUpperCase(marked.words().get(1).charAt(0))
        ? behindOwn(marked, own, 0)
        : Optional.empty();
  }

  private static Optional<String> behindOwn(Marked marked, Set<String> own, int at) {
    List<String> words = marked.words();
    return words.size() > at + 1 && own.contains(marked.low(at))
        ? Optional.of(String.join(" ", words.subList(at + 1, words.size())))
        : Optional.empty();
  }

  /// `saya anak pertama, Rudi Hartono`: what they are first, then a name with capital letters.
  public static Optional<String> behindKin(Marked marked, Set<String> own) {
    List<String> words = marked.words();
    int at = words.isEmpty() || !own.contains(marked.low(0)) ? words.size() : 1;
    while (at < words.size()
        && (marked.listed("claim.kin-words").contains(marked.low(at))
            || ",".equals(marked.low(at)))) {
      at++;
    }
    List<String> name = words.subList(at, words.size());
    boolean written = name.stream().allMatch(w -> Character.isUpperCase(w.charAt(0)));
    return at > 1 && !name.isEmpty() && name.size() <= NAME && written
        ? Optional.of(String.join(" ", name))
        : Optional.empty();
  }

  /// `Siti istrinya`, `saya istrinya, Siti`: who writes, by what they are to the one who was hurt.
  public static Optional<String> ofKin(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    List<String> words = marked.words().stream().filter(word -> !word.equals(",")).toList();
    int last = words.size() - 1;
    boolean kin =
        last > 0
            && last <= NAME + 1
            && scene
                .heard("accident.writer-words")
                .contains(words.get(last).toLowerCase(Locale.ROOT));
    return kin
        ? Names.alone(scene, String.join(" ", words.subList(0, last)))
        : behindKin(marked, marked.listed("claim.relation-own"))
            .flatMap(name -> Names.alone(scene, name));
  }

  /// `namanya Paijo` and nothing else: somebody's name, where something else is asked.
  public static Optional<String> announced(Scene scene, String text) {
    List<String> told = Listed.tokens(text);
    boolean first = !told.isEmpty() && scene.heard("facts.name-signs").contains(told.getFirst());
    return first && told.size() <= NAME + 2 ? Whom.of(scene, text).name() : Optional.empty();
  }
}
