package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person's name, freed of what people write around it (`nama saya ... pak`), each word with a
/// capital. A word that is also a command (`Selesai`) is asked about; a question is no name.
final class PersonNameParser {
  private static final int MOST_WORDS = 8;
  private static final Pattern GAPS = Pattern.compile("[\\s,;:=!()\\[\\]\"“”*_]+");
  private static final Set<String> MARKERS =
      WordTable.words(
          "nama, namaku, namanya, nm, jenengku, jenenge, jeneng, jenengan, asma, asmane, asmanipun,"
              + " asmo, namane, ngaran, ngarannya, aran, aranku, nyamana, nyama, bernama, namo,"
              + " namonyo, nami, naminipun, nma, dipanggil, panggil, namae, atas, a.n, a/n");
  private static final Set<String> FILLERS =
      WordTable.words(
          "saya, sy, sya, aku, kula, kulo, ulun, unda, engkok, kaula, adalah, yaitu, itu, lengkap,"
              + " ktp,"
              + " di, sesuai, eh, iya, ya, oh, ok, oke, halo, hai, nggih, inggih, salah, maaf, mf,"
              + " beliau, almarhum, alm, almh, almarhumah, ini, nama, lengkapnya, e, nya, sing,"
              + " yang, yg, -, --, suami, istri, niku, niki, meniko, iku, assalamualaikum, pake,"
              + " pakai, lengkape, kalau, benar, bener, betul, harusnya, mestinya, ulunnya, mas.,"
              + " anu, tu, dengan, sendiri, tetap, tulis, tulisen, aja, saja, ae, wae, bukan, bkn,"
              + " panggil, kenalkan, perkenalkan, maksud, istri, suami, anak, yth, pagi, siang,"
              + " sore, istrinya, suaminya, anaknya");
  private static final Set<String> TITLES =
      WordTable.words(
          "pak, bapak, bu, ibu, buk, mbak, mba, mas, mbah, kang, cak, min, kak, bang, admin, pakde,"
              + " om, gan, bos, sdr, sdri, lek, yu, wak, de, dek, sampeyan, mbk, tuan, nyonya, tn,"
              + " ny, bp, bpk, ustadz, ustad, ust, ustadzah, kyai, kiai, nyai, ibuk");
  private static final Set<String> ENDS =
      WordTable.words(
          "bukan, bkn, dudu, sanes, lain, umur, usia, nik, ktp, alamat, dari, kerja, "
              + "pekerjaan, tanggal, tgl, lahir, mau, ingin, daftar, no, hp, nomor, yang, dan, "
              + "saking, asal, desa, dusun, rt, pekerja, petani, bukannya, seko, tinggal, kalau, "
              + "itu, aja, saja, ae, wae, haja, bae, ya, y, yo, nggih, lah, sih, kok, deh, sesuai, "
              + "sudah, alias, istri, suami, anak, istrinya, suaminya, anaknya, tapi");
  private static final Set<String> NOT_NAMES =
      WordTable.words(
          "berapa, brp, apa, apakah, kenapa, knp, gimana, gmn, bagaimana, kapan, siapa, dimana,"
              + " mau, daftar, bpjs, iuran, bayar, tanya, bisa, harus, tidak, tdk, gak, ga, nggak,"
              + " belum, sudah, pira, piro, piye, pripun, barapa, kayapa, klaim, kok, kenopo, buat,"
              + " untuk, kartu, tolong, jangan, lupa, rahasia, pinten, besok, nanti, dulu, ora,"
              + " kada, idak, seperti, kayak, tadi, kirim, foto, difoto, bpjstk, malas, males,"
              + " sejuta, juta, ribu, rebu, sebulan, sehari, setahun, seminggu, program");
  private static final Set<String> ANSWERS =
      WordTable.words(
          "ya, iya, ok, oke, tidak, y, p, nggih, siap, sip, halo, hai, wkwk, wkwkwk, hehe, xxx,"
              + " test, tes, asd, inggih, saya, aku, terima, kasih, makasih, yo, wis, wes, uwis,"
              + " yowis, yowes, setuju, monggo, mangga, gas, baik, boleh, siap, suwun, nuwun,"
              + " matur, tarima, bismillah, dong, deh, hooh, payo, enggi, bujur, leres");
  private static final Set<String> COMMANDS =
      WordTable.words(
          "batal, selesai, menu, kembali, petugas, bantuan, lanjut, stop, mulai, daftar, "
              + "keluar, ulang, cancel, admin, start, bantu");

  /// Days alone, of which some are names too.
  private static final Set<String> DAYS =
      WordTable.words("senin, selasa, rabu, sabtu, minggu, ahad");

  private static final Set<String> AGE = WordTable.words("tahun, th, thn, taun, taon");
  private static final Set<String> SHORT_NAMES =
      WordTable.words("min, lek, cak, yu, mas, kang, de, dek");
  private static final int MOST_PARTS = 20;
  private static final Pattern STOPS = Pattern.compile("[.!?]+$");
  private static final Pattern DOTS = Pattern.compile("(?<=[A-Za-z]{3})\\.+$");
  private static final Pattern PARTS = Pattern.compile("[,;(]");
  private static final Pattern GREETING =
      Pattern.compile(
          "^\\s*(?:(?:ass?\\S{0,20}kum|selamat (?:pagi|siang|sore|malam)|met (?:pagi|siang|malam)"
              + "|permisi|kulonuwun|an|a\\.n\\.?|a/n)(?![\\p{L}])[\\s,.!:]*)",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<String> words;

  private PersonNameParser(String raw) {
    String cut = raw.length() > Token.LONGEST ? raw.substring(0, Token.LONGEST) : raw;
    text = greetingLess(Normalizer.normalize(cut, Normalizer.Form.NFKC));
    words = GAPS.splitAsStream(text).filter(w -> !w.isEmpty()).toList();
  }

  /// The first part between commas that is a name, else the whole.
  static Parsed<String> parse(String text) {
    Parsed<String> whole = new PersonNameParser(text).parse();
    if (text.strip().endsWith("?") || whole instanceof Parsed.Ambiguous<String>) {
      return whole;
    }
    return PARTS
        .splitAsStream(text.length() > Token.LONGEST ? text.substring(0, Token.LONGEST) : text)
        .limit(MOST_PARTS)
        .filter(part -> !part.isBlank() && !part.equals(text))
        .map(part -> new PersonNameParser(part).parse())
        .filter(Parsed.Value.class::isInstance)
        .findFirst()
        .orElse(whole);
  }

  private static String greetingLess(String text) {
    return GREETING.matcher(text).replaceFirst("").strip();
  }

  private Parsed<String> parse() {
    List<String> name = name();
    List<String> low = name.stream().map(PersonNameParser::low).toList();
    long letters = String.join("", name).codePoints().filter(Character::isLetter).count();
    boolean command = words.size() == 1 && COMMANDS.contains(low(words.getFirst()));
    if (!command && (text.endsWith("?") || low.stream().anyMatch(NOT_NAMES::contains))) {
      return new Parsed.Invalid<>("name.not-a-name", "");
    }
    if (String.join("", name).codePoints().anyMatch(Character::isDigit)) {
      return new Parsed.Invalid<>("name.digits", "");
    }
    boolean nobody =
        low.size() == 1 && (FILLERS.contains(low.getFirst()) || onlyTitle(low.getFirst()));
    if (letters < 2 || nobody || ANSWERS.containsAll(low)) {
      return new Parsed.Invalid<>("name.missing", "");
    }
    if (name.size() > MOST_WORDS || letters > 60) {
      return new Parsed.Invalid<>("name.too-long", "");
    }
    if (oddSigns(name) || text.contains("//")) {
      return new Parsed.Invalid<>("name.not-a-name", "");
    }
    String written = written(name);
    boolean day = low.size() == 1 && DAYS.contains(low.getFirst());
    return day || low.stream().anyMatch(COMMANDS::contains)
        ? new Parsed.Ambiguous<>(List.of(written))
        : new Parsed.Value<>(written);
  }

  /// A title without a name; after another one it is a name (`Pak Min`).
  private boolean onlyTitle(String word) {
    boolean two = words.size() > 1 && TITLES.contains(low(words.get(words.size() - 2)));
    return TITLES.contains(word) && !(two && SHORT_NAMES.contains(word));
  }

  /// The words that may be the name.
  private List<String> name() {
    var rest = new ArrayList<String>(words);
    for (int i = 0; i < rest.size(); i++) {
      if (MARKERS.contains(low(rest.get(i))) && i + 1 < rest.size()) {
        rest = new ArrayList<>(rest.subList(i + 1, rest.size()));
        i = -1;
      }
    }
    while (rest.size() > 1
        && (FILLERS.contains(low(rest.getFirst()))
            || TITLES.contains(low(rest.getFirst()))
            || noLetter(rest.getFirst()))) {
      rest.removeFirst();
    }
    for (int i = 1; i < rest.size(); i++) {
      if (ENDS.contains(low(rest.get(i))) || age(rest, i)) {
        rest = new ArrayList<>(rest.subList(0, i));
      }
    }
    while (rest.size() > 1 && (TITLES.contains(low(rest.getLast())) || noLetter(rest.getLast()))) {
      if (rest.getLast().codePoints().anyMatch(Character::isDigit)) {
        break;
      }
      rest.removeLast();
    }
    return rest;
  }

  /// `budi 40 tahun`: an age is no part of the name.
  private static boolean age(List<String> words, int at) {
    return at + 1 < words.size()
        && words.get(at).chars().allMatch(Character::isDigit)
        && AGE.contains(low(words.get(at + 1)));
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
  private static String written(List<String> name) {
    String last = DOTS.matcher(name.getLast()).replaceAll("");
    var words = new ArrayList<String>(name.subList(0, name.size() - 1));
    words.add(last);
    return words.stream().map(PersonNameParser::capital).collect(Collectors.joining(" "));
  }

  /// `BUDI` and `budi` become `Budi`, `nur-aini` `Nur-Aini`; `bin` and `binti` stay small, titles
  /// with dots keep theirs.
  private static String capital(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (small.equals("bin") || small.equals("binti")) {
      return small;
    }
    var capital = new StringBuilder(small.length());
    boolean first = true;
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      capital.append(first ? Character.toUpperCase(c) : c);
      first = c == '-' || c == '.' || c == '/';
    }
    return capital.toString();
  }
}
