package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.content.Occupations.Outside;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Occupation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Occupations named in a message, by the longest words known: `buruh tani` before `buruh`.
final class OccupationParser {
  private static final int LONGEST = 4;
  private static final List<String> SUFFIXES = List.of("nya", "an", "lah", "ne", "e");

  private final List<String> words;
  private final Occupations known;
  private final Set<Occupation> found = new LinkedHashSet<>();
  private final List<Outside> outside = new ArrayList<>();

  private OccupationParser(String text, Occupations known) {
    this.known = known;
    this.words =
        Token.lex(text).stream().filter(t -> t.kind() != Token.Kind.SIGN).map(Token::text).toList();
    read();
  }

  static Parsed<Occupation> parse(String text, Occupations known) {
    var parser = new OccupationParser(text, known);
    if (!parser.found.isEmpty()) {
      return Phrases.oneOrMore(List.copyOf(parser.found));
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

  private void read() {
    int i = 0;
    while (i < words.size()) {
      i += Math.max(1, longest(i));
    }
  }

  /// How many words the longest known occupation from here has; 0 when there is none.
  private int longest(int from) {
    for (int n = Math.min(LONGEST, words.size() - from); n > 0; n--) {
      String phrase = String.join(" ", words.subList(from, from + n));
      Optional<Occupation> occupation = named(phrase);
      Outside not = known.outside().get(phrase);
      occupation.ifPresent(found::add);
      if (not != null) {
        outside.add(not);
      }
      if (occupation.isPresent() || not != null) {
        return n;
      }
    }
    return 0;
  }

  private Optional<Occupation> named(String phrase) {
    Optional<Occupation> whole = known.named(phrase);
    if (whole.isPresent()) {
      return whole;
    }
    return SUFFIXES.stream()
        .filter(s -> phrase.endsWith(s) && phrase.length() > s.length() + 3)
        .flatMap(s -> known.named(phrase.substring(0, phrase.length() - s.length())).stream())
        .findFirst();
  }
}
