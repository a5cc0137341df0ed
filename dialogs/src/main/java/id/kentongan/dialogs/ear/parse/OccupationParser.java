package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.content.Occupations.Outside;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Spelling;
import id.kentongan.dialogs.values.Occupation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Occupations named in a message, by the longest words known: `buruh tani` before `buruh`.
final class OccupationParser {
  private static final int LONGEST = 4;
  private static final int MOST_MENDED = 4;

  private final List<String> words;
  private final Occupations known;
  private final ValueWords heard;
  private final LinkedHashSet<Occupation> found = new LinkedHashSet<>();
  private final List<Outside> outside = new ArrayList<>();

  private OccupationParser(List<String> words, Occupations known, ValueWords heard) {
    this.known = known;
    this.heard = heard;
    this.words = words;
    read();
  }

  static Parsed<Occupation> parse(String text, Occupations known, ValueWords heard) {
    List<String> words =
        Token.lex(text).stream().filter(t -> t.kind() != Token.Kind.SIGN).map(Token::text).toList();
    var parser = new OccupationParser(words, known, heard);
    boolean nothing = parser.found.isEmpty() && parser.outside.isEmpty();
    if (nothing && words.size() <= MOST_MENDED) {
      parser = new OccupationParser(mended(words, known, heard), known, heard);
    }
    if (!parser.found.isEmpty()) {
      return Phrases.oneOrMore(parser.told());
    }
    String reason =
        parser.outside.isEmpty()
            ? "unknown"
            : switch (parser.outside.getFirst()) {
              case EMPLOYEE -> "employee";
              case NOT_WORKING -> "not-working";
            };
    return new Parsed.Invalid<>("occupation." + reason, "");
  }

  /// Those found, but for one that another only says closer: `sopir` beside `sopir travel`.
  private List<Occupation> told() {
    return found.stream()
        .filter(o -> found.stream().noneMatch(other -> other.name().startsWith(o.name() + " ")))
        .toList();
  }

  private void read() {
    int general = -1;
    int i = 0;
    while (i < words.size()) {
      int n = longest(i);
      String phrase = phrase(i, n);
      if (n > 0 && !skipped(i, phrase)) {
        if (general == i && named(phrase).isPresent()) {
          found.removeLast();
        }
        general = keep(phrase) && heard.has(Heard.OCCUPATION_GENERAL, phrase) ? i + n : -1;
      }
      i += Math.max(1, n);
    }
  }

  private boolean keep(String phrase) {
    Optional<Occupation> occupation = named(phrase);
    boolean added = occupation.map(found::add).orElse(false);
    Outside not = known.outside().get(phrase);
    if (not != null) {
      outside.add(not);
    }
    return added;
  }

  /// What somebody is no longer or is not (`bukan petani`, `dulu petani`), and a craft that we do
  /// not know (`tukang sihir`).
  private boolean skipped(int at, String phrase) {
    String before = at > 0 ? words.get(at - 1) : "";
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    boolean craft =
        heard.has(Heard.OCCUPATION_CRAFT, phrase)
            && !next.isEmpty()
            && !heard.has(Heard.OCCUPATION_SMALL, next);
    boolean followed = craft && longest(at + 1) == 0;
    return heard.has(Heard.OCCUPATION_NOT, before) || heard.has(Heard.NO, before) || followed;
  }

  /// How many words the longest known occupation from here has; 0 when there is none.
  private int longest(int from) {
    for (int n = Math.min(LONGEST, words.size() - from); n > 0; n--) {
      String phrase = phrase(from, n);
      if (named(phrase).isPresent() || known.outside().containsKey(phrase)) {
        return n;
      }
    }
    return 0;
  }

  private String phrase(int from, int words) {
    return String.join(" ", this.words.subList(from, from + words));
  }

  private Optional<Occupation> named(String phrase) {
    Optional<Occupation> whole = known.named(phrase);
    if (whole.isPresent()) {
      return whole;
    }
    return heard.longestFirst(Heard.OCCUPATION_ENDINGS).stream()
        .filter(s -> phrase.endsWith(s) && phrase.length() > s.length() + 3)
        .flatMap(s -> known.named(phrase.substring(0, phrase.length() - s.length())).stream())
        .findFirst();
  }

  /// Mistyped words (`petni`, `pedgang`) put right by the words that occupations are told in; a yes
  /// (`magun`, still) is no mistyped `matun`, `bentar` no `bertani`.
  private static List<String> mended(List<String> words, Occupations known, ValueWords heard) {
    Set<String> vocabulary =
        known.byWord().keySet().stream()
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .collect(Collectors.toCollection(TreeSet::new));
    return words.stream()
        .map(
            w ->
                vocabulary.contains(w)
                        || heard.has(Heard.YES_WORDS, w)
                        || heard.has(Heard.YES_UNKNOWN, w)
                    ? w
                    : vocabulary.stream().filter(k -> mistyped(w, k)).findFirst().orElse(w))
        .toList();
  }

  private static boolean mistyped(String word, String known) {
    return word.charAt(0) == known.charAt(0) && Spelling.near(word, known);
  }
}
