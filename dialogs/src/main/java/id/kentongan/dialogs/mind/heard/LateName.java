package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The name of the one who died among the first words of a claim: `almarhum bapak Suparno meninggal
/// kemarin`. What begins with a capital letter counts; in small letters only what stands behind a
/// title that a name follows (`almarhum pak karjo`), for `almarhum` alone announces none.
public final class LateName {
  private static final int LONGEST = 6;

  /// As many words as a name in small letters may have: more of them tell something.
  private static final int SMALL = 3;

  /// What may stand between `almarhum` and the name: whose it was, how they were called.
  private static final List<String> BETWEEN =
      List.of("facts.titles", "facts.name-signs", "claim.whose-words", "claim.relation-own");

  /// Between who somebody is and whose.
  private static final List<String> WHOSE =
      List.of("facts.titles", "facts.name-signs", Heard.RELATION_LATE.key());

  /// What goes on behind the name.
  private static final List<String> ENDS =
      List.of(
          "facts.ends",
          "claim.day-words",
          "claim.beside-words",
          "claim.kin-words",
          Heard.RELATION_DEAD.key());

  /// What goes on behind a name in small letters.
  private static final List<String> SMALL_ENDS =
      List.of("claim.late-end-words", "question.signs", "question.tags");

  private LateName() {}

  public static Optional<String> of(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    return shouted
        ? Optional.empty()
        : IntStream.range(0, marked.words().size())
            .filter(i -> marked.listed(Heard.RELATION_LATE.key()).contains(marked.low(i)))
            .mapToObj(i -> behind(marked, i + 1))
            .flatMap(name -> read(scene, name))
            .findFirst()
            .or(() -> died(scene, text));
  }

  /// `yang meninggal pak Tukijan`.
  static Optional<String> died(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    return IntStream.range(1, marked.words().size())
        .filter(i -> marked.listed("claim.who-died-words").contains(marked.low(i - 1)))
        .filter(i -> marked.listed(Heard.RELATION_DEAD.key()).contains(marked.low(i)))
        .mapToObj(i -> behind(marked, i + 1))
        .flatMap(name -> read(scene, name))
        .findFirst();
  }

  /// `saya istri Slamet`, `saya anaknya pak Karto`: whose they are, which is who died.
  public static Optional<String> whose(Scene scene, Marked marked) {
    int size = marked.words().size();
    if (size < SMALL || !listed(marked, List.of("claim.relation-own"), 0)) {
      return Optional.empty();
    }
    int first = 2;
    while (first < size && listed(marked, WHOSE, first)) {
      first++;
    }
    boolean theirs = first > 2 || !marked.low(1).endsWith("nya");
    boolean name =
        IntStream.range(first, size)
            .allMatch(i -> Character.isUpperCase(marked.words().get(i).charAt(0)));
    return theirs && name && first < size && listed(marked, List.of("claim.kin-words"), 1)
        ? read(scene, String.join(" ", marked.words().subList(first, size))).findFirst()
        : Optional.empty();
  }

  private static String behind(Marked marked, int late) {
    int size = marked.words().size();
    int first = late;
    while (first < size && (listed(marked, BETWEEN, first) || marked.low(first).equals(","))) {
      first++;
    }
    int end = first;
    while (end < Math.min(size, first + LONGEST) && ofName(marked, end)) {
      end++;
    }
    boolean titled = first > late && listed(marked, List.of("claim.late-title-words"), first - 1);
    if (end == first && titled) {
      return small(marked, first);
    }
    return String.join(" ", marked.words().subList(first, end));
  }

  /// A name in small letters up to where something else surely begins; nothing where none does.
  private static String small(Marked marked, int first) {
    int size = marked.words().size();
    int end = first;
    while (end < size && !ends(marked, end)) {
      end++;
    }
    List<String> name = marked.words().subList(first, end);
    boolean told = name.size() > SMALL || listed(marked, List.of("claim.late-no-words"), first);
    return told ? "" : String.join(" ", name);
  }

  private static boolean ends(Marked marked, int at) {
    return !Character.isLetter(marked.words().get(at).charAt(0))
        || listed(marked, ENDS, at)
        || listed(marked, SMALL_ENDS, at);
  }

  /// `Siti Aminah binti Karto`.
  private static boolean ofName(Marked marked, int at) {
    return listed(marked, List.of(Heard.NAME_SMALL.key()), at)
        || (Character.isUpperCase(marked.words().get(at).charAt(0)) && !listed(marked, ENDS, at));
  }

  private static boolean listed(Marked marked, List<String> keys, int at) {
    return keys.stream().anyMatch(key -> marked.listed(key).contains(marked.low(at)));
  }

  private static Stream<String> read(Scene scene, String name) {
    return scene.content().parsers().personName(name) instanceof Parsed.Value<String>(String known)
        ? Stream.of(known)
        : Stream.empty();
  }
}
