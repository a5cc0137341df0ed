package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Programme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which programmes are wanted: by name, by number (`yang 3 program`) or by what they are for
/// (`sama tabungan hari tua`). Two are the least that can be chosen: JKK and JKM.
final class ProgrammesParser {

  /// Their short names, also written together (`jkkjkm`).
  private static final Pattern NAMES = Pattern.compile("(?i)jkk|jkm|jht");

  private final ValueWords heard;
  private final List<Token> tokens;
  private final String spaced;

  private ProgrammesParser(String text, ValueWords heard) {
    this.heard = heard;
    tokens = Token.lex(Token.twice(NAMES.matcher(text).replaceAll(" $0 ")));
    spaced = Phrases.spaced(tokens);
  }

  static Parsed<Set<Programme>> parse(String text, ValueWords heard) {
    return new ProgrammesParser(text, heard).parse();
  }

  private Parsed<Set<Programme>> parse() {
    boolean oldAge = Phrases.any(spaced, heard.of(Heard.PROGRAMMES_OLD_AGE));
    boolean refused = oldAge && refusedOldAge();
    boolean accident = Phrases.any(spaced, heard.of(Heard.PROGRAMMES_ACCIDENT));
    boolean death = Phrases.any(spaced, heard.of(Heard.PROGRAMMES_DEATH));
    boolean three =
        Phrases.anyWord(tokens, heard.of(Heard.PROGRAMMES_THREE))
            || Phrases.any(spaced, heard.of(Heard.PROGRAMMES_ALL));
    boolean two =
        Phrases.anyWord(tokens, heard.of(Heard.PROGRAMMES_TWO))
            || Phrases.any(spaced, heard.of(Heard.PROGRAMMES_LEAST));
    if (two && three) {
      return new Parsed.Ambiguous<>(List.of(Programme.basic(), Programme.all()));
    }
    if (refused || two) {
      return value(two && oldAge && !refused ? Programme.all() : Programme.basic());
    }
    if (three || (accident && death && oldAge) || (oldAge && added())) {
      return value(Programme.all());
    }
    if (accident && death) {
      return value(Programme.basic());
    }
    boolean one = accident || death || oldAge;
    return new Parsed.Invalid<>(one ? "programmes.two-at-least" : "programmes.unknown", "");
  }

  /// `tanpa jht`, `ga usah tabungan`.
  private boolean refusedOldAge() {
    for (int i = 0; i < tokens.size(); i++) {
      if (heard.has(Heard.PROGRAMMES_WITHOUT, tokens.get(i).text())) {
        String rest = Phrases.spaced(tokens.subList(i, Math.min(tokens.size(), i + 5)));
        if (Phrases.any(rest, heard.of(Heard.PROGRAMMES_OLD_AGE))) {
          return true;
        }
      }
    }
    return false;
  }

  /// `sama jht`, `ditambah tabungan`, `pakai jht`: on top of the two.
  private boolean added() {
    return Phrases.anyWord(tokens, heard.of(Heard.PROGRAMMES_ADDED))
        || tokens.stream().anyMatch(t -> t.sign("+"));
  }

  private static Parsed<Set<Programme>> value(Set<Programme> programmes) {
    return new Parsed.Value<>(EnumSet.copyOf(programmes));
  }
}
