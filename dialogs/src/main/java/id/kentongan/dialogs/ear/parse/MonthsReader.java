package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads numbers of months among tokens: `told` with their unit, `bare` without. Numbers of other
/// things (`3 orang`, `50 ribu`, `2 minggu`) are neither.
final class MonthsReader {
  static final Map<String, Integer> WHOLE =
      WordTable.of(
          Map.of(
              1,
              "sebulan sbulan sewulan sasasi sabulan sabulen sakwulan sakulan saulan sawulan sebln"
                  + " sebulanan",
              3,
              "triwulan kwartal kuartal",
              6,
              "semester",
              12,
              "setahun sataun setaun sakwarsa satahun sataon setaon sthn setahunan sethn sakthn"
                  + " saktaun sakteun"));
  static final Set<String> MONTH =
      WordTable.words(
          "bulan, bln, bl, wulan, sasi, bulanan, bulen, x, kali, ulan, bulang, buln, blan,"
              + " bulannya");
  static final Set<String> YEAR = WordTable.words("tahun, thn, th, taun, taon, tahunan, tahunnya");
  static final Set<String> UNITS =
      Stream.concat(MONTH.stream(), YEAR.stream())
          .filter(unit -> unit.length() > 2 && !unit.equals("kali"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> OTHER =
      WordTable.words(
          "minggu, mgg, pekan, hari, hr, dina, dino, dinten, orang, org, wong, anak, ribu, rb, "
              + "ribuan, ewu, ebu, rebu, k, jt, juta, yuta, program, jam, persen, rupiah, atus");
  private static final Set<String> RANGE =
      WordTable.words("atau, sampai, sampe, sd, hingga, opo, utawa, atawa, utowo, apa, apo, utowi");
  private static final Set<String> HALF = Set.of(NumberWords.HALVES.split(" "));

  /// A number in tokens up to `end`.
  private record Count(double value, int end) {}

  private final List<Token> tokens;
  private final List<Double> told = new ArrayList<>();
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> pending = new ArrayList<>();
  private int yearEnd = -1;

  private MonthsReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  static MonthsReader of(List<Token> tokens) {
    var reader = new MonthsReader(tokens);
    int i = 0;
    while (i < tokens.size()) {
      i = reader.from(i);
    }
    reader.bare.addAll(reader.pending);
    return reader;
  }

  List<Double> told() {
    return List.copyOf(told);
  }

  List<Double> bare() {
    return List.copyOf(bare);
  }

  private int from(int i) {
    Integer whole = WHOLE.get(word(i));
    if (whole != null) {
      boolean half = HALF.contains(word(i + 1));
      tell(half ? whole * 1.5 : whole, i, whole == 12, half ? i + 2 : i + 1);
      return half ? i + 2 : i + 1;
    }
    if (HALF.contains(word(i)) && unit(word(i + 1))) {
      tell(YEAR.contains(word(i + 1)) ? 6 : 0.5, i, false, i + 2);
      return i + 2;
    }
    return number(i).map(n -> counted(n, i)).orElse(i + 1);
  }

  private Optional<Count> number(int from) {
    Optional<Count> plain = tokens.get(from).number() ? digits(from) : words(from);
    return plain.map(
        n ->
            HALF.contains(word(n.end()))
                ? new Count(n.value() + 0.5, n.end() + 1)
                : HALF.contains(word(n.end() - 1)) ? new Count(n.value() + 0.5, n.end()) : n);
  }

  private Optional<Count> words(int from) {
    return NumberWords.read(tokens, from).map(r -> new Count(r.value(), r.end()));
  }

  /// Digits, with a part after a comma; three digits after a dot are thousands, so no months.
  private Optional<Count> digits(int from) {
    double whole = Math.min(tokens.get(from).value(), 1_000_000);
    boolean point = sign(from + 1, ",") || sign(from + 1, ".");
    boolean part = point && from + 2 < tokens.size() && tokens.get(from + 2).number();
    if (!part || !tokens.get(from + 2).glued()) {
      return Optional.of(new Count(whole, from + 1));
    }
    String digits = tokens.get(from + 2).text();
    return Optional.of(
        digits.length() >= 3
            ? new Count(Double.MAX_VALUE, from + 3)
            : new Count(whole + Double.parseDouble("0." + digits), from + 3));
  }

  /// What stands after a number: its unit, or the other end of a range that has one (`3-6 bulan`).
  private int counted(Count number, int from) {
    int end = number.end();
    boolean range = RANGE.contains(word(end)) || sign(end, "-") || sign(end, "/");
    if (range && end + 1 < tokens.size()) {
      pending.add(number.value());
      return end + 1;
    }
    boolean month = MONTH.contains(word(end));
    boolean year = YEAR.contains(word(end));
    pending.forEach(p -> (month || year ? told : bare).add(year ? p * 12 : p));
    pending.clear();
    if (OTHER.contains(word(end))) {
      return end + 1;
    }
    if (!month && !year) {
      bare.add(number.value());
      return end;
    }
    boolean half = year && HALF.contains(word(end + 1));
    int next = half ? end + 2 : end + 1;
    tell(number.value() * (year ? 12 : 1) + (half ? 6 : 0), from, year, next);
    return next;
  }

  /// Months right after a year belong to it: `1 th 6 bln`.
  private void tell(double months, int from, boolean year, int end) {
    if (from == yearEnd && !year) {
      told.add(told.removeLast() + months);
    } else {
      told.add(months);
    }
    yearEnd = year ? end : -1;
  }

  private static boolean unit(String word) {
    return MONTH.contains(word) || YEAR.contains(word);
  }

  private boolean sign(int at, String sign) {
    return at < tokens.size() && tokens.get(at).sign(sign);
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
  }
}
