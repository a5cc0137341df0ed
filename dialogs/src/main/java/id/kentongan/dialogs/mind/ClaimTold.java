package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.ClaimDraft.Place;
import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a family's words tell of a death beside what was asked. The words are content; only what is
/// clearly there is taken.
final class ClaimTold {
  private static final Pattern NIK = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){15}(?!\\d)");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// The kinds of signs that words are made of: letters and numbers.
  private static final BitSet WORD = new BitSet();

  static {
    WORD.set(Character.UPPERCASE_LETTER, Character.OTHER_LETTER + 1);
    WORD.set(Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER + 1);
  }

  private ClaimTold() {}

  /// What the first words already say: who to whom, when, of what, where.
  static ClaimDraft opening(Scene scene, ClaimDraft draft, @Nullable Understood words) {
    if (words == null) {
      return draft;
    }
    ClaimDraft known = draft;
    String text = words.text();
    if (Told.relation(scene, words) instanceof Parsed.Value<Relation>(Relation relation)
        && (relation != Relation.CHILD || own(scene, text))) {
      known = known.related(relation);
    }
    if (Told.deathDate(scene, words) instanceof Parsed.Value<LocalDate>(LocalDate day)) {
      known = known.died(day);
    }
    Optional<Nik> nik = nik(scene, words);
    if (nik.isPresent()) {
      known = known.identified(nik.get());
    }
    if (saysCause(scene, text)) {
      known = cause(scene, known, text);
    }
    return place(scene, known, text);
  }

  /// The cause in their own words; of an accident it is asked whether it happened at work.
  static ClaimDraft cause(Scene scene, ClaimDraft draft, String text) {
    ClaimDraft told = draft.caused(Told.plain(text));
    told = any(scene, "claim.accident-words", text) ? told : told.working(false);
    return place(scene, told, text);
  }

  static boolean saysCause(Scene scene, String text) {
    return any(scene, "claim.accident-words", text)
        || any(
            scene, "claim.illness-words", text.toLowerCase(Locale.ROOT).replace("rumah sakit", ""));
  }

  static ClaimDraft place(Scene scene, ClaimDraft draft, String text) {
    if (draft.circumstances().place() != null) {
      return draft;
    }
    for (Place place : List.of(Place.HOSPITAL, Place.SEA, Place.ABROAD, Place.HOME)) {
      if (any(scene, "claim.place-words." + key(place), text)) {
        return draft.at(place);
      }
    }
    return draft;
  }

  /// A whole NIK in any message; it is never a name or a cause.
  static Optional<Nik> nik(Scene scene, Understood words) {
    return NIK.matcher(words.text()).find()
            && scene.content().parsers().nik(words.text(), scene.today())
                instanceof Parsed.Value<Nik>(Nik nik)
        ? Optional.of(nik)
        : Optional.empty();
  }

  /// A day and nothing else: `kemarin`, `senin malam`.
  static Optional<LocalDate> day(Scene scene, Understood words) {
    return only(scene, "claim.day-words", words.text())
            && Told.deathDate(scene, words) instanceof Parsed.Value<LocalDate>(var day)
        ? Optional.of(day)
        : Optional.empty();
  }

  /// A relation and nothing else: `saya istrinya`, `suami`.
  static Optional<Relation> relation(Scene scene, Understood words) {
    return only(scene, "claim.kin-words", words.text())
            && Told.relation(scene, words) instanceof Parsed.Value<Relation>(Relation relation)
        ? Optional.of(relation)
        : Optional.empty();
  }

  /// Whether there is somebody: yes or no, `ada istrinya`, `juga sudah meninggal`.
  static <D> Fill<D> there(Scene scene, String name, FromPerson event, Function<Boolean, D> set) {
    if (event instanceof Event.Said said && !asks(said.understood())) {
      if (any(scene, "claim.gone-words", said.text())) {
        return new Fill.Filled<>(set.apply(false));
      }
      if (any(scene, "claim.there-words", said.text())) {
        return new Fill.Filled<>(set.apply(true));
      }
    }
    return Reading.yesNo(scene, name, event, set);
  }

  /// why: who tells of another death here does not begin another claim
  private static boolean asks(Understood words) {
    return Reading.wish(words)
        && !(Doubt.of(words) instanceof Doubt.Sure(String intent)
            && intent.equals("claim.jkm.start"));
  }

  /// Whether one of the phrases listed under a key stands in the text, as whole words.
  static boolean any(Scene scene, String key, String text) {
    return first(scene, key, text).isPresent();
  }

  /// The first of the phrases listed under a key that stands in the text.
  static Optional<String> first(Scene scene, String key, String text) {
    String told = spaced(text);
    for (String phrase : list(scene, key)) {
      if (stands(told, phrase)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /// The words in lower case, each between blanks.
  ///
  /// why not [#tokens]: every message is looked through for many such lists.
  private static String spaced(String text) {
    var told = new StringBuilder(text.length() + 2).append(' ');
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); ) {
      int sign = lower.codePointAt(at);
      at += Character.charCount(sign);
      if (WORD.get(Character.getType(sign))) {
        told.appendCodePoint(sign);
      } else if (told.charAt(told.length() - 1) != ' ') {
        told.append(' ');
      }
    }
    return told.append(' ').toString();
  }

  private static boolean stands(String told, String phrase) {
    for (int at = told.indexOf(phrase, 1); at > 0; at = told.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      if (told.charAt(at - 1) == ' ' && end < told.length() && told.charAt(end) == ' ') {
        return true;
      }
    }
    return false;
  }

  /// Whether all words of the text are listed under a key, or are numbers.
  private static boolean only(Scene scene, String key, String text) {
    Set<String> known = list(scene, key);
    List<String> told = tokens(text);
    return !told.isEmpty()
        && told.stream().anyMatch(known::contains)
        && told.stream().allMatch(w -> known.contains(w) || w.matches("\\d{1,4}"));
  }

  /// Whether it is said whose parent it was: a widow, too, says "bapak meninggal".
  private static boolean own(Scene scene, String text) {
    List<String> told = tokens(text);
    return list(scene, "claim.relation-own").stream()
        .anyMatch(w -> told.contains(w) || told.contains("bapak" + w) || told.contains("ibu" + w));
  }

  static String key(Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> list(Scene scene, String key) {
    return scene.heard(key);
  }

  static List<String> tokens(String text) {
    return BETWEEN
        .splitAsStream(text.strip().toLowerCase(Locale.ROOT))
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
