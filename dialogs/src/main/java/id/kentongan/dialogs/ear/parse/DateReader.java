package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A calendar date in digits, month names or number words, the day always first, except where a
/// year of four digits leads. Two-digit years are settled by [Century].
final class DateReader {
  /// What was told of a date; year 0 when none was.
  record Told(int day, int month, int year, boolean shortYear) {}

  private static final Set<String> FILLERS =
      WordTable.words(
          "tgl, tanggal, tg, bln, bulan, bl, thn, tahun, th, taun, lahir, hari, tgllahir, "
              + "ttl, di, pada, tanggale, wulan, pas, dan, lair, kelahiran");

  private final List<Token> tokens;

  private DateReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Every date told, in order.
  static List<Told> all(String text) {
    return new DateReader(meaningful(Token.lex(text))).all();
  }

  /// A real day, or why not.
  static Parsed<LocalDate> day(Told told, Century century, LocalDate today) {
    int year = told.shortYear() ? century.of(told.year(), today) : told.year();
    try {
      return new Parsed.Value<>(LocalDate.of(year, told.month(), told.day()));
    } catch (DateTimeException noSuchDay) {
      return new Parsed.Invalid<>("date.no-such-day", "");
    }
  }

  private static List<Token> meaningful(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> t.kind() != Token.Kind.SIGN && !FILLERS.contains(t.text()))
        .toList();
  }

  private List<Told> all() {
    var dates = new ArrayList<Told>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Read> read = at(i);
      read.map(Read::told).ifPresent(dates::add);
      i = read.map(Read::end).orElse(i + 1);
    }
    return dates;
  }

  private record Read(Told told, int end) {}

  private Optional<Read> at(int i) {
    Optional<Read> named = withMonthName(i);
    if (named.isPresent()) {
      return named;
    }
    return tokens.get(i).number() ? inDigits(i) : Optional.empty();
  }

  private Optional<Read> inDigits(int i) {
    String first = tokens.get(i).text();
    if (first.length() == 8 || first.length() == 6) {
      return together(first).map(t -> new Read(t, i + 1));
    }
    if (i + 2 >= tokens.size() || !tokens.get(i + 1).number() || !tokens.get(i + 2).number()) {
      return Optional.empty();
    }
    String second = tokens.get(i + 1).text();
    String third = tokens.get(i + 2).text();
    if (first.length() == 4 && second.length() <= 2 && third.length() <= 2) {
      return Optional.of(new Read(told(third, second, first), i + 3));
    }
    boolean year = third.length() == 2 || third.length() == 4;
    return first.length() <= 2 && second.length() <= 2 && year
        ? Optional.of(new Read(told(first, second, third), i + 3))
        : Optional.empty();
  }

  private static Optional<Told> together(String digits) {
    Told dayFirst = told(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4));
    if (digits.length() == 8 && !likely(dayFirst)) {
      Told yearFirst = told(digits.substring(6), digits.substring(4, 6), digits.substring(0, 4));
      return Optional.of(likely(yearFirst) ? yearFirst : dayFirst);
    }
    return Optional.of(dayFirst);
  }

  private static boolean likely(Told told) {
    boolean year = told.shortYear() || (told.year() > 1900 && told.year() < 2100);
    return year && told.month() >= 1 && told.month() <= 12 && told.day() >= 1 && told.day() <= 31;
  }

  private static Told told(String day, String month, String year) {
    return new Told(
        Integer.parseInt(day), Integer.parseInt(month), Integer.parseInt(year), year.length() == 2);
  }

  /// `17 agustus 85`, `tujuh belas agustus delapan lima`, `17 agustus` (no year told).
  private Optional<Read> withMonthName(int i) {
    Optional<NumberWords.Read> day = number(i);
    if (day.isEmpty() || day.get().end() >= tokens.size() || day.get().value() > 31) {
      return Optional.empty();
    }
    int at = day.get().end();
    Integer month = Months.NAMES.get(tokens.get(at).text());
    if (month == null) {
      return Optional.empty();
    }
    int dayOfMonth = (int) day.get().value();
    return Optional.of(
        year(at + 1)
            .map(
                y ->
                    new Read(
                        new Told(dayOfMonth, month, (int) y.value(), y.value() < 100), y.end()))
            .orElseGet(() -> new Read(new Told(dayOfMonth, month, 0, false), at + 1)));
  }

  private Optional<NumberWords.Read> number(int i) {
    Token token = tokens.get(i);
    if (token.number()) {
      return Optional.of(new NumberWords.Read(token.value(), i + 1));
    }
    return NumberWords.read(tokens, i);
  }

  /// Digits of two or four places, or words: `delapan lima`, `sembilan belas delapan lima`.
  private Optional<NumberWords.Read> year(int from) {
    if (from < tokens.size() && tokens.get(from).number()) {
      int length = tokens.get(from).text().length();
      return length == 2 || length == 4 ? number(from) : Optional.empty();
    }
    var digits = new StringBuilder();
    int i = from;
    while (i < tokens.size() && digits.length() < 4) {
      Optional<NumberWords.Read> read = NumberWords.read(tokens, i);
      if (read.isEmpty()) {
        break;
      }
      digits.append(read.get().value());
      i = read.get().end();
    }
    boolean year = digits.length() == 2 || digits.length() == 4;
    return year
        ? Optional.of(new NumberWords.Read(Integer.parseInt(digits.toString()), i))
        : Optional.empty();
  }
}
