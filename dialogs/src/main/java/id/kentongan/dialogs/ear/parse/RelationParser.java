package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sender is to the one who died: `suami saya meninggal` is said by the wife, `saya
/// istrinya` too, and a bare `istri` in answer to the question means the sender.
final class RelationParser {

  private static final int MOST_MENDED = 20;

  private final List<String> words;
  private final ValueWords heard;

  private RelationParser(String text, ValueWords heard) {
    this.heard = heard;
    words =
        Token.lex(heard.kinPhrases.joined(Token.plain(text))).stream()
            .filter(Token::word)
            .map(Token::text)
            .toList();
  }

  static Parsed<Relation> parse(String text, ValueWords heard) {
    var parser = new RelationParser(text, heard);
    return parser
        .read()
        .or(() -> parser.mended().read())
        .map(Phrases::oneOrMore)
        .orElseGet(() -> new Parsed.Invalid<>("relation.unknown", ""));
  }

  private RelationParser(List<String> words, ValueWords heard) {
    this.words = words;
    this.heard = heard;
  }

  private Optional<List<Relation>> read() {
    return self().or(this::other).or(this::bare);
  }

  /// The same with mistyped words of kin put right.
  private RelationParser mended() {
    return new RelationParser(
        words.stream().limit(MOST_MENDED).map(w -> Kin.near(w, heard).orElse(w)).toList(), heard);
  }

  /// `saya istrinya`, `sebagai anak`.
  private Optional<List<Relation>> self() {
    for (int i = 0; i < words.size(); i++) {
      boolean starts =
          heard.has(Heard.SELF, words.get(i)) || heard.has(Heard.RELATION_AS, words.get(i));
      int at = i + 1;
      while (starts && at < words.size() && heard.has(Heard.RELATION_BETWEEN, words.get(at))) {
        at++;
      }
      if (starts && at < words.size() && !mine(at)) {
        Optional<Kin.Said> kin = Kin.of(words.get(at), heard).filter(k -> !k.own());
        boolean possessor =
            i > 0
                && heard.has(Heard.SELF, words.get(i))
                && Kin.of(words.get(i - 1), heard).isPresent();
        if (kin.isPresent() && !possessor) {
          return kin.map(k -> k.kin().asSelf());
        }
      }
    }
    return Optional.empty();
  }

  /// `suami saya`, `bojoku`, `almarhum bapak`, `ibu meninggal`.
  private Optional<List<Relation>> other() {
    var died = new ArrayList<Kin>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Kin.Said> kin = Kin.of(words.get(i), heard);
      boolean late = i > 0 && heard.has(Heard.RELATION_LATE, words.get(i - 1));
      if (kin.isPresent() && (mine(i) || late || dies(i))) {
        died.add(kin.get().kin());
      }
    }
    return died.isEmpty() ? Optional.empty() : Optional.of(died.getFirst().asOther());
  }

  /// `istri`; of `bapak` alone one cannot tell who of the two is meant.
  private Optional<List<Relation>> bare() {
    for (String word : words) {
      Optional<Kin.Said> kin = Kin.of(word, heard);
      if (kin.isPresent() && !heard.has(Heard.RELATION_ADDRESS, word)) {
        boolean either = heard.has(Heard.RELATION_PARENT, word);
        return Optional.of(
            either ? List.of(Relation.CHILD, Relation.PARENT) : kin.get().kin().asSelf());
      }
    }
    return Optional.empty();
  }

  /// The kin at a word is the speaker's own: `suamiku`, `suami saya`, `kakak kandung saya`.
  private boolean mine(int at) {
    if (Kin.of(words.get(at), heard).filter(Kin.Said::own).isPresent()) {
      return true;
    }
    int next = at + 1;
    while (next < words.size() && heard.kinKinds.contains(words.get(next))) {
      next++;
    }
    return next < words.size() && heard.has(Heard.SELF, words.get(next));
  }

  /// A word by which whoever is written to may be addressed.
  private boolean addressed(int at) {
    return heard.has(Heard.RELATION_ADDRESS, words.get(at))
        || heard.has(Heard.RELATION_PARENT, words.get(at));
  }

  /// Where it is told of somebody else of the speaker's: `mas tetangga saya meninggal` speaks to a
  /// brother and tells of a neighbour.
  private int others(int at) {
    int end = at + 1;
    while (end < Math.min(words.size(), at + 4) && !heard.has(Heard.SELF, words.get(end))) {
      end++;
    }
    return end;
  }

  private boolean dies(int at) {
    int end = addressed(at) ? others(at) : Math.min(words.size(), at + 4);
    boolean after =
        words.subList(at + 1, end).stream().anyMatch(w -> heard.has(Heard.RELATION_DEAD, w));
    int from = at - 1;
    while (from > 0 && heard.has(Heard.RELATION_BETWEEN, words.get(from))) {
      from--;
    }
    boolean before = from >= 0 && heard.has(Heard.RELATION_DEAD, words.get(from));
    return after || before;
  }
}
