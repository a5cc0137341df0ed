package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A NIK in any spacing, the letter O for zero, l and I for one. A KK number is told from a NIK by
/// the word before it, or by its date: it holds the day the card was issued, where a NIK would be
/// that of a child.
final class NikParser {
  private static final int LENGTH = 16;
  private static final int SHORTEST_ATTEMPT = 10;
  private static final int LONGEST_ATTEMPT = 22;
  private static final int CHILD = 15;

  /// Digits, and what people type among them.
  private static final Pattern RUN =
      Pattern.compile("(?<![0-9])[0-9](?:[ .,_/:-]{0,3}+[0-9]|[oli](?![a-z&&[^oli]])){5,40}+");

  private static final Pattern GAPS = Pattern.compile("[\\s/]+");
  private static final Pattern PHONE = Pattern.compile("(?:0|62)8[0-9]{8,11}");

  /// Provinces, old and new: the first two digits.
  private static final Set<String> PROVINCES =
      Set.of(
          ("11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 "
                  + "71 72 73 74 75 76 81 82 91 92 93 94 95 96 97")
              .split(" "));

  private record Candidate(String digits, boolean namedNik, boolean namedKk) {}

  private final LocalDate today;

  private NikParser(LocalDate today) {
    this.today = today;
  }

  static Parsed<Nik> parse(String text, LocalDate today, ValueWords heard) {
    String plain = SpokenDigits.written(Token.plain(text), heard.digits);
    List<Candidate> byLine = candidates(plain.replace('\n', ';'), heard.shapes);
    // why: one number over several lines, when no line holds a number by itself
    List<Candidate> all =
        byLine.isEmpty() ? candidates(plain.replace('\n', ' '), heard.shapes) : byLine;
    return new NikParser(today).parse(all);
  }

  private Parsed<Nik> parse(List<Candidate> all) {
    List<Candidate> named = all.stream().filter(Candidate::namedNik).toList();
    List<Candidate> whole = all.stream().filter(c -> !c.namedKk() && fits(c)).toList();
    if (whole.size() > 1 && named.size() != 1) {
      return Phrases.oneOrMore(whole.stream().map(c -> new Nik(c.digits())).distinct().toList());
    }
    List<Candidate> meant = named.isEmpty() ? whole.isEmpty() ? all : whole : named;
    return meant.isEmpty() ? new Parsed.Invalid<>("nik.missing", "") : check(meant.getFirst());
  }

  private boolean fits(Candidate candidate) {
    return check(candidate) instanceof Parsed.Value<Nik>;
  }

  private static List<Candidate> candidates(String plain, Shapes shapes) {
    var found = new ArrayList<Candidate>();
    var matcher = RUN.matcher(plain);
    while (matcher.find()) {
      String before = plain.substring(Math.max(0, matcher.start() - 40), matcher.start());
      boolean kk = shapes.familyCard.matcher(before).find();
      boolean nik = !kk && shapes.nik.matcher(before).find();
      numbers(matcher.group()).forEach(n -> found.add(new Candidate(n, nik, kk)));
    }
    return found;
  }

  /// One number typed with gaps, or several: then one of them is whole by itself.
  private static List<String> numbers(String run) {
    List<String> parts = GAPS.splitAsStream(run).map(NikParser::digits).toList();
    List<String> numbers =
        parts.stream().anyMatch(p -> p.length() == LENGTH) ? parts : List.of(digits(run));
    return numbers.stream()
        .filter(n -> n.length() >= SHORTEST_ATTEMPT && n.length() <= LONGEST_ATTEMPT)
        .toList();
  }

  private static String digits(String run) {
    var digits = new StringBuilder(run.length());
    for (char c : run.replace('o', '0').replace('l', '1').replace('i', '1').toCharArray()) {
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private Parsed<Nik> check(Candidate candidate) {
    String digits = candidate.digits();
    if (candidate.namedKk()) {
      return new Parsed.Invalid<>("nik.kk", "");
    }
    if (PHONE.matcher(digits).matches()) {
      return new Parsed.Invalid<>("nik.phone", "");
    }
    if (digits.length() < LENGTH) {
      return new Parsed.Invalid<>("nik.too-short", Integer.toString(LENGTH - digits.length()));
    }
    if (digits.length() > LENGTH) {
      return new Parsed.Invalid<>("nik.too-long", Integer.toString(digits.length() - LENGTH));
    }
    boolean province = PROVINCES.contains(digits.substring(0, 2));
    if (!province || digits.endsWith("0000") || digits.chars().distinct().count() == 1) {
      return new Parsed.Invalid<>("nik.not-real", "");
    }
    return dated(new Nik(digits));
  }

  private Parsed<Nik> dated(Nik nik) {
    int month = number(nik, 8);
    int day = nik.woman() ? number(nik, 6) - 40 : number(nik, 6);
    if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
      return new Parsed.Invalid<>("nik.bad-date", "");
    }
    boolean issued = Math.floorMod(today.getYear() - number(nik, 10), 100) < CHILD;
    return issued && !nik.woman() ? new Parsed.Invalid<>("nik.kk", "") : new Parsed.Value<>(nik);
  }

  private static int number(Nik nik, int at) {
    return Integer.parseInt(nik.digits().substring(at, at + 2));
  }
}
