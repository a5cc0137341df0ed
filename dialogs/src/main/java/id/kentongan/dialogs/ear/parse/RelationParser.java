package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the sender is to the one who died: `suami saya meninggal` is said by the wife, `saya
/// istrinya` too, and a bare `istri` in answer to the question means the sender.
final class RelationParser {
  private static final Set<String> I =
      WordTable.words(
          "saya, sy, sya, aku, ak, aq, kula, kulo, ulun, unda, engkok, sengkok, kaula, gw, "
              + "gue, awak, ane, abdi, dalem, enkok");
  private static final Set<String> BETWEEN =
      WordTable.words(
          "adalah, ini, sebagai, selaku, itu, memang, cuma, hanya, satu, satunya, yang, yg, "
              + "dari, niki, niku, ki, kan, sendiri, sbg, iki, meniko");
  private static final Set<String> AS =
      WordTable.words("sebagai, selaku, sbg, hubungan, status, statusnya, hubungannya");
  private static final Set<String> LATE = WordTable.words("alm, almarhum, almh, almarhumah");
  private static final Set<String> DEAD =
      WordTable.words(
          "meninggal, mninggal, ninggal, wafat, seda, sedo, sede, mati, mate, maninggal, "
              + "berpulang, tiada, meninggl, meningal, tewas, gugur, tutup, kecelakaan, dunia, "
              + "pejah, dipanggil, adhinggal, adinggal, tadek, maot, pupus, ngantun, ditinggal");
  private static final Set<String> PARENTS_TITLE =
      WordTable.words("bapak, ibu, mak, bpk, ayah, ibuk, mama, abah, mamak, emak");

  private static final Set<String> ADDRESS = WordTable.words("mas, mbak, kak, kakanda");
  private static final int MOST_MENDED = 20;

  private final List<String> words;

  private RelationParser(String text) {
    words =
        Token.lex(KinPhrases.joined(Token.plain(text))).stream()
            .filter(Token::word)
            .map(Token::text)
            .toList();
  }

  static Parsed<Relation> parse(String text) {
    var parser = new RelationParser(text);
    return parser
        .read()
        .or(() -> parser.mended().read())
        .map(Phrases::oneOrMore)
        .orElseGet(() -> new Parsed.Invalid<>("relation.unknown", ""));
  }

  private RelationParser(List<String> words) {
    this.words = words;
  }

  private Optional<List<Relation>> read() {
    return self().or(this::other).or(this::bare);
  }

  /// The same with mistyped words of kin put right.
  private RelationParser mended() {
    return new RelationParser(
        words.stream()
            .limit(MOST_MENDED)
            .map(w -> Kin.near(w).isPresent() ? Kin.near(w).get().kin().word() : w)
            .toList());
  }

  /// `saya istrinya`, `sebagai anak`.
  private Optional<List<Relation>> self() {
    for (int i = 0; i < words.size(); i++) {
      boolean starts = I.contains(words.get(i)) || AS.contains(words.get(i));
      int at = i + 1;
      while (starts && at < words.size() && BETWEEN.contains(words.get(at))) {
        at++;
      }
      if (starts && at < words.size() && !mine(at)) {
        Optional<Kin.Said> kin = Kin.of(words.get(at)).filter(k -> !k.suffix().equals("ku"));
        boolean possessor =
            i > 0 && I.contains(words.get(i)) && Kin.of(words.get(i - 1)).isPresent();
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
      Optional<Kin.Said> kin = Kin.of(words.get(i));
      boolean late = i > 0 && LATE.contains(words.get(i - 1));
      if (kin.isPresent() && (mine(i) || late || dies(i))) {
        died.add(kin.get().kin());
      }
    }
    return died.isEmpty() ? Optional.empty() : Optional.of(died.getFirst().asOther());
  }

  /// `istri`; of `bapak` alone one cannot tell who of the two is meant.
  private Optional<List<Relation>> bare() {
    for (String word : words) {
      Optional<Kin.Said> kin = Kin.of(word);
      if (kin.isPresent() && !ADDRESS.contains(word)) {
        boolean either = PARENTS_TITLE.contains(word);
        return Optional.of(
            either ? List.of(Relation.CHILD, Relation.PARENT) : kin.get().kin().asSelf());
      }
    }
    return Optional.empty();
  }

  /// The kin at a word is the speaker's own: `suamiku`, `suami saya`, `kakak kandung saya`.
  private boolean mine(int at) {
    if (Kin.of(words.get(at)).filter(k -> k.suffix().equals("ku")).isPresent()) {
      return true;
    }
    int next = at + 1;
    while (next < words.size()
        && Set.of(
                "kandung",
                "angkat",
                "tiri",
                "pertama",
                "kedua",
                "dari",
                "e",
                "perempuan",
                "wedok",
                "lanang",
                "lakilaki",
                "mertua")
            .contains(words.get(next))) {
      next++;
    }
    return next < words.size() && I.contains(words.get(next));
  }

  private boolean dies(int at) {
    int end = Math.min(words.size(), at + 4);
    boolean after = words.subList(at + 1, end).stream().anyMatch(DEAD::contains);
    int from = at - 1;
    while (from > 0 && BETWEEN.contains(words.get(from))) {
      from--;
    }
    boolean before = from >= 0 && DEAD.contains(words.get(from));
    return after || before;
  }
}
