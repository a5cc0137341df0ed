package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.content.Occupations.Outside;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Occupation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What work a message tells: one's own, a second one beside it (`petani sambil ojek`), and that of
/// a relative (`suami saya nelayan`), where no own is told.
public record Jobs(
    Optional<Occupation> own, Optional<Occupation> second, Optional<Occupation> kins) {
  private static final Jobs NONE = new Jobs(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final Pattern PARTS = Pattern.compile("[,.;\\n]");

  /// Of words in lower case; `anywhere`: an occupation counts wherever it stands.
  static Jobs of(Scene scene, String text, boolean anywhere) {
    String[] words = BETWEEN.split(text);
    Jobs told = alone(scene, text).map(o -> NONE.doing(o)).orElseGet(() -> announced(scene, words));
    if (told.own.isEmpty() && told.kins.isEmpty()) {
      Optional<Occupation> first = anywhere ? only(scene, words) : Optional.empty();
      told = first.or(() -> beside(scene, words)).map(NONE::doing).orElse(NONE);
    }
    return told.own.isEmpty() ? told : told.with(scene, words);
  }

  public boolean empty() {
    return own.isEmpty() && kins.isEmpty();
  }

  /// Whether only a relative's work is told.
  public boolean relatives() {
    return own.isEmpty() && kins.isPresent();
  }

  private Jobs doing(Occupation occupation) {
    return new Jobs(Optional.of(occupation), second, kins);
  }

  private Jobs with(Scene scene, String[] words) {
    Occupation first = own.orElseThrow();
    return new Jobs(own, second(scene, words).filter(o -> !o.equals(first)), kins);
  }

  /// The occupation that these words begin with, or that stands right before the word that adds
  /// one, where a second one follows.
  private static Optional<Occupation> beside(Scene scene, String[] words) {
    if (second(scene, words).isEmpty()) {
      return Optional.empty();
    }
    Set<String> signs = scene.heard("facts.second-signs");
    return named(scene, words, 0)
        .or(
            () ->
                IntStream.range(1, words.length)
                    .filter(i -> signs.contains(words[i]))
                    .mapToObj(i -> before(scene, words, i))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  /// The occupation that ends right before a word, the longest name first.
  private static Optional<Occupation> before(Scene scene, String[] words, int end) {
    for (int from = Math.max(0, end - 3); from < end; from++) {
      String name = String.join(" ", Arrays.copyOfRange(words, from, end));
      Optional<Occupation> known = scene.content().occupations().named(name);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /// The occupation behind a word that adds one, one word between them at most: `sambil jadi ojek`.
  private static Optional<Occupation> second(Scene scene, String[] words) {
    Set<String> signs = scene.heard("facts.second-signs");
    Set<String> kin = scene.heard("follow.kin");
    for (int i = 1; i < words.length; i++) {
      if (signs.contains(words[i - 1])) {
        Optional<Occupation> known = named(scene, words, i);
        if (known.isEmpty() && i + 1 < words.length && !kin.contains(words[i])) {
          known = named(scene, words, i + 1);
        }
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  /// The only occupation named anywhere in a question about a price (`gojek brp`); one that the
  /// payment goes through is none.
  public static Optional<Occupation> single(Scene scene, String text) {
    var found = found(scene, BETWEEN.split(text.toLowerCase(Locale.ROOT)), "facts.channel-signs");
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Whether any occupation is named.
  public static boolean any(Scene scene, String text) {
    String[] words = BETWEEN.split(text.toLowerCase(Locale.ROOT));
    return !found(scene, words, "facts.channel-signs").isEmpty();
  }

  /// The first occupation named anywhere, in a message that tells other values too.
  private static Optional<Occupation> only(Scene scene, String[] words) {
    return found(scene, words, "facts.village-signs").stream().findFirst();
  }

  /// The occupations named, but for those denied and those behind one of the words under a key.
  private static LinkedHashSet<Occupation> found(Scene scene, String[] words, String not) {
    Set<String> no = scene.heard("facts.negations");
    Set<String> place = scene.heard(not);
    var found = new LinkedHashSet<Occupation>();
    for (int i = 0; i < words.length; i++) {
      if (i == 0 || !(no.contains(words[i - 1]) || place.contains(words[i - 1]))) {
        named(scene, words, i).ifPresent(found::add);
      }
    }
    return found;
  }

  /// An occupation alone between commas.
  private static Optional<Occupation> alone(Scene scene, String text) {
    for (String part : PARTS.split(text)) {
      boolean not = Listed.any(scene, "facts.negations", part);
      String bare = not ? part.strip() : Corrections.rest(scene, part);
      Optional<Occupation> alone = scene.content().occupations().named(bare);
      if (alone.isPresent()) {
        return alone;
      }
    }
    return Optional.empty();
  }

  /// An occupation after a word that announces one: `saya petani`, `iuran ojek`. `suami saya
  /// nelayan` announces the husband's.
  private static Jobs announced(Scene scene, String[] words) {
    Set<String> signs = scene.heard("facts.occupation-signs");
    Set<String> beside = scene.heard("facts.second-signs");
    Set<String> kin = scene.heard("follow.kin");
    Optional<Occupation> theirs = Optional.empty();
    for (int i = 1; i < words.length; i++) {
      boolean relative = kin(kin, words[i - 1]);
      boolean second = i > 1 && beside.contains(words[i - 2]);
      if (!second && (relative || signs.contains(words[i - 1]) || home(scene, words, i))) {
        Optional<Occupation> known = named(scene, words, i);
        if (known.isPresent() && !relative && !(i > 1 && kin(kin, words[i - 2]))) {
          return NONE.doing(known.get());
        }
        theirs = theirs.or(() -> known);
      }
    }
    return new Jobs(Optional.empty(), Optional.empty(), theirs);
  }

  /// Whether somebody is said to have no work right before their work: `ibu rumah tangga jual kue`.
  private static boolean home(Scene scene, String[] words, int at) {
    var outside = scene.content().occupations().outside();
    return IntStream.range(Math.max(0, at - 3), at)
        .mapToObj(from -> String.join(" ", Arrays.copyOfRange(words, from, at)))
        .anyMatch(said -> outside.get(said) == Outside.NOT_WORKING);
  }

  private static boolean kin(Set<String> kin, String word) {
    return kin.contains(word) || Bereaved.joined(kin, word);
  }

  /// The occupation that a message begins with.
  public static Optional<Occupation> leading(Scene scene, String text) {
    return named(scene, BETWEEN.split(text.toLowerCase(Locale.ROOT)), 0);
  }

  /// The occupation that these words begin with, the longest name first.
  private static Optional<Occupation> named(Scene scene, String[] words, int from) {
    for (int n = Math.min(3, words.length - from); n >= 1; n--) {
      String name = String.join(" ", Arrays.copyOfRange(words, from, from + n));
      Optional<Occupation> known = scene.content().occupations().named(name);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }
}
