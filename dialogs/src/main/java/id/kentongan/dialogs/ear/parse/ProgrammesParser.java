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
  private static final Set<String> ALL =
      WordTable.words(
          "semua, semuanya, lengkap, komplit, full, ketiganya, tiga tiganya, kabeh, sedaya, sadaya,"
              + " sabarataan, galo, kabbi, samua, galonyo, sedoyo, semuanyo, barataan, ketiga,"
              + " ketiga2nya, kumplit, komplet, samunyaan, samuanya, mahal, termahal,"
              + " sabarataannya, seluruhnya, semuane, paket lengkap");
  private static final Set<String> LEAST =
      WordTable.words(
          "dasar, minimal, murah, termurah, standar, wajib, biasa, keduanya, paling murah, "
              + "yang murah, kecil, terendah, hemat, paling kecil");
  private static final Set<String> OLD_AGE =
      WordTable.words(
          "jht, hari tua, tabungan, nabung, celengan, simpanan, hr tua, jaminan tua, tabungannya,"
              + " tabungane, hari tuanya, tabungan e");
  private static final Set<String> ACCIDENT =
      WordTable.words("jkk, kecelakaan, laka, kecelakaan kerja");
  private static final Set<String> DEATH =
      WordTable.words("jkm, kematian, meninggal, santunan mati, jaminan mati");
  private static final Set<String> WITHOUT =
      WordTable.words(
          "tanpa, tidak, ga, gak, nggak, gausah, jangan, kecuali, ora, kada, dak, idak, "
              + "mboten, tak, non, tdk, gk, ndak");
  private static final Set<String> TWO =
      WordTable.words("2, dua, loro, rong, kalih, duo, duwa, dhuwa, due, duwek");
  private static final Set<String> THREE =
      WordTable.words("3, tiga, telu, tigang, tigo, tello, telung, talu, tellok, tige");

  /// Their short names, also written together (`jkkjkm`).
  private static final Pattern NAMES = Pattern.compile("(?i)jkk|jkm|jht");

  private final List<Token> tokens;
  private final String spaced;

  private ProgrammesParser(String text) {
    tokens = Token.lex(NAMES.matcher(text).replaceAll(" $0 "));
    spaced = Phrases.spaced(tokens);
  }

  static Parsed<Set<Programme>> parse(String text) {
    return new ProgrammesParser(text).parse();
  }

  private Parsed<Set<Programme>> parse() {
    boolean oldAge = Phrases.any(spaced, OLD_AGE);
    boolean refused = oldAge && refusedOldAge();
    boolean accident = Phrases.any(spaced, ACCIDENT);
    boolean death = Phrases.any(spaced, DEATH);
    boolean three = Phrases.anyWord(tokens, THREE) || Phrases.any(spaced, ALL);
    boolean two = Phrases.anyWord(tokens, TWO) || Phrases.any(spaced, LEAST);
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
      if (WITHOUT.contains(tokens.get(i).text())) {
        String rest = Phrases.spaced(tokens.subList(i, Math.min(tokens.size(), i + 5)));
        if (Phrases.any(rest, OLD_AGE)) {
          return true;
        }
      }
    }
    return false;
  }

  /// `sama jht`, `ditambah tabungan`, `pakai jht`: on top of the two.
  private boolean added() {
    return Phrases.anyWord(
            tokens,
            Set.of(
                "sama",
                "plus",
                "tambah",
                "ditambah",
                "pakai",
                "pake",
                "dengan",
                "dgn",
                "sekalian",
                "ikut",
                "karo",
                "kalih",
                "lawan",
                "bik",
                "samo",
                "juga",
                "nambah",
                "termasuk",
                "ambil",
                "nganggo",
                "ada",
                "berikut"))
        || tokens.stream().anyMatch(t -> t.sign("+"));
  }

  private static Parsed<Set<Programme>> value(Set<Programme> programmes) {
    return new Parsed.Value<>(EnumSet.copyOf(programmes));
  }
}
