package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person's name, freed of what people write around it (`nama saya ... pak`), each word with a
/// capital. A word that is also a command (`Selesai`) is asked about; a question is no name.
final class PersonNameParser {
  private static final int MOST_WORDS = 8;
  private static final Pattern GAPS = Pattern.compile("[\\s,;:=!()\\[\\]\"“”*_]+");

  private static final int MOST_PARTS = 20;
  private static final Pattern STOPS = Pattern.compile("[.!?]+$");
  private static final Pattern DOTS = Pattern.compile("(?<=[A-Za-z]{3})\\.+$");
  private static final Pattern PARTS = Pattern.compile("[,;(]");

  private final ValueWords heard;
  private final String text;
  private final List<String> words;

  private PersonNameParser(String raw, ValueWords heard) {
    this.heard = heard;
    String cut = raw.length() > Token.LONGEST ? raw.substring(0, Token.LONGEST) : raw;
    text = greetingLess(Normalizer.normalize(cut, Normalizer.Form.NFKC));
    words = GAPS.splitAsStream(text).filter(w -> !w.isEmpty()).toList();
  }

  /// The first part between commas that is a name, else the whole.
  static Parsed<String> parse(String text, ValueWords heard) {
    Parsed<String> whole = new PersonNameParser(text, heard).parse();
    if (text.strip().endsWith("?") || whole instanceof Parsed.Ambiguous<String>) {
      return whole;
    }
    return PARTS
        .splitAsStream(text.length() > Token.LONGEST ? text.substring(0, Token.LONGEST) : text)
        .limit(MOST_PARTS)
        .filter(part -> !part.isBlank() && !part.equals(text))
        .map(part -> new PersonNameParser(part, heard).parse())
        .filter(Parsed.Value.class::isInstance)
        .findFirst()
        .orElse(whole);
  }

  private String greetingLess(String text) {
    return heard.shapes.greeting.matcher(text).replaceFirst("").strip();
  }

  private Parsed<String> parse() {
    List<String> name = name();
    List<String> low = name.stream().map(PersonNameParser::low).toList();
    long letters = String.join("", name).codePoints().filter(Character::isLetter).count();
    boolean command = words.size() == 1 && heard.has(Heard.NAME_COMMANDS, low(words.getFirst()));
    if (!command
        && (text.endsWith("?") || low.stream().anyMatch(w -> heard.has(Heard.NAME_NOT, w)))) {
      return new Parsed.Invalid<>("name.not-a-name", "");
    }
    if (String.join("", name).codePoints().anyMatch(Character::isDigit)) {
      return new Parsed.Invalid<>("name.digits", "");
    }
    boolean nobody =
        low.size() == 1
            && (heard.has(Heard.NAME_FILLERS, low.getFirst()) || onlyTitle(low.getFirst()));
    if (letters < 2 || nobody || heard.of(Heard.NAME_ANSWERS).containsAll(low)) {
      return new Parsed.Invalid<>("name.missing", "");
    }
    if (name.size() > MOST_WORDS || letters > 60) {
      return new Parsed.Invalid<>("name.too-long", "");
    }
    if (oddSigns(name) || text.contains("//")) {
      return new Parsed.Invalid<>("name.not-a-name", "");
    }
    String written = written(name);
    boolean day = low.size() == 1 && heard.has(Heard.NAME_DAYS, low.getFirst());
    return day || low.stream().anyMatch(w -> heard.has(Heard.NAME_COMMANDS, w))
        ? new Parsed.Ambiguous<>(List.of(written))
        : new Parsed.Value<>(written);
  }

  /// A title without a name; after another one it is a name (`Pak Min`).
  private boolean onlyTitle(String word) {
    boolean two =
        words.size() > 1 && heard.has(Heard.NAME_TITLES, low(words.get(words.size() - 2)));
    return heard.has(Heard.NAME_TITLES, word) && !(two && heard.has(Heard.NAME_SHORT, word));
  }

  /// The words that may be the name.
  private List<String> name() {
    var rest = new ArrayList<String>(words);
    for (int i = 0; i < rest.size(); i++) {
      if (heard.has(Heard.NAME_MARKERS, low(rest.get(i))) && i + 1 < rest.size()) {
        rest = new ArrayList<>(rest.subList(i + 1, rest.size()));
        i = -1;
      }
    }
    while (rest.size() > 1
        && (heard.has(Heard.NAME_FILLERS, low(rest.getFirst()))
            || heard.has(Heard.NAME_TITLES, low(rest.getFirst()))
            || noLetter(rest.getFirst()))) {
      rest.removeFirst();
    }
    for (int i = 1; i < rest.size(); i++) {
      if (heard.has(Heard.NAME_ENDS, low(rest.get(i))) || age(rest, i)) {
        rest = new ArrayList<>(rest.subList(0, i));
      }
    }
    while (rest.size() > 1
        && (heard.has(Heard.NAME_TITLES, low(rest.getLast())) || noLetter(rest.getLast()))) {
      if (rest.getLast().codePoints().anyMatch(Character::isDigit)) {
        break;
      }
      rest.removeLast();
    }
    return rest;
  }

  /// `budi 40 tahun`: an age is no part of the name.
  private boolean age(List<String> words, int at) {
    return at + 1 < words.size()
        && words.get(at).chars().allMatch(Character::isDigit)
        && heard.has(Heard.NAME_AGE, low(words.get(at + 1)));
  }

  private static boolean noLetter(String word) {
    return word.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean oddSigns(List<String> name) {
    return name.stream()
        .flatMapToInt(String::codePoints)
        .anyMatch(
            c ->
                !(Character.isLetter(c)
                        && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                    && "'’`´.-/&".indexOf(c) < 0
                    && Character.getType(c) != Character.NON_SPACING_MARK);
  }

  private static String low(String word) {
    return STOPS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /// A full stop after the last word ends a sentence; `Moch.` inside keeps its own.
  private String written(List<String> name) {
    String last = DOTS.matcher(name.getLast()).replaceAll("");
    var words = new ArrayList<String>(name.subList(0, name.size() - 1));
    words.add(last);
    return words.stream().map(this::capital).collect(Collectors.joining(" "));
  }

  /// `BUDI` and `budi` become `Budi`, `nur-aini` `Nur-Aini`; `bin` and `binti` stay small, titles
  /// with dots keep theirs.
  private String capital(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (heard.has(Heard.NAME_SMALL, small)) {
      return small;
    }
    var capital = new StringBuilder(small.length());
    boolean first = true;
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      capital.append(first ? Character.toUpperCase(c) : c);
      first = c == '-' || c == '.' || c == '/' || (first && !Character.isLetter(c));
    }
    return capital.toString();
  }
}
