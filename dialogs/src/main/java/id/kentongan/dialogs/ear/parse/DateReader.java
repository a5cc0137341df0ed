package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A calendar date in digits, month names or number words, the day always first, except where a
/// year of four digits leads. Two-digit years are settled by [Century].
final class DateReader {
  /// What was told of a date; year 0 when none was.
  record Told(int day, int month, int year, boolean shortYear) {
    boolean noYear() {
      return year == 0 && !shortYear;
    }
  }

  private final ValueWords heard;
  private final List<Token> tokens;
  private final boolean monthSaid;
  private final boolean daySaid;

  private DateReader(List<Token> all, ValueWords heard) {
    this.heard = heard;
    tokens =
        all.stream()
            .filter(t -> t.kind() != Token.Kind.SIGN && !heard.has(Heard.DATE_FILLERS, t.text()))
            .toList();
    daySaid = Phrases.anyWord(all, heard.of(Heard.DATE_DAY));
    monthSaid = Phrases.anyWord(all, heard.of(Heard.MONTH_WORD));
  }

  /// Every date told, in order; a day and month alone only when there is no whole date.
  static List<Told> all(String text, ValueWords heard) {
    List<Told> whole = new DateReader(Token.lex(text), heard).all();
    return whole.isEmpty() ? DayAndMonth.in(text, heard.shapes) : whole;
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

  private List<Told> all() {
    var dates = new ArrayList<Told>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Read> read = at(i);
      read.map(Read::told).ifPresent(dates::addAll);
      i = read.map(Read::end).orElse(i + 1);
    }
    return dates;
  }

  private record Read(List<Told> told, int end) {
    Read(Told told, int end) {
      this(List.of(told), end);
    }
  }

  private Optional<Read> at(int i) {
    return withMonthName(i)
        .or(() -> monthFirst(i))
        .or(() -> tokens.get(i).number() ? inDigits(i) : Optional.empty())
        .or(() -> monthSaid ? inWords(i) : Optional.empty());
  }

  private Optional<Read> inDigits(int i) {
    String first = tokens.get(i).text();
    boolean alone = tokens.stream().filter(Token::number).count() == 1;
    boolean run = first.length() >= 6 && first.length() <= 8;
    if (run || (first.length() == 5 && alone)) {
      List<Told> together = Together.read(first);
      return together.isEmpty() ? Optional.empty() : Optional.of(new Read(together, i + 1));
    }
    if (i + 2 >= tokens.size() || !tokens.get(i + 1).number() || !tokens.get(i + 2).number()) {
      return Optional.empty();
    }
    String second = tokens.get(i + 1).text();
    String third = tokens.get(i + 2).text();
    boolean joined = tokens.get(i + 1).glued() && tokens.get(i + 2).glued();
    boolean shortYear = joined && first.length() == 2 && first.compareTo("31") > 0;
    boolean yearFirst = first.length() == 4 || shortYear;
    if (yearFirst && second.length() <= 2 && third.length() <= 2) {
      return Optional.of(new Read(told(third, second, first), i + 3));
    }
    boolean year = third.length() == 2 || third.length() == 4;
    return first.length() <= 2 && second.length() <= 2 && year
        ? Optional.of(new Read(told(first, second, third), i + 3))
        : Optional.empty();
  }

  static Told told(String day, String month, String year) {
    return new Told(
        Integer.parseInt(day), Integer.parseInt(month), Integer.parseInt(year), year.length() == 2);
  }

  /// `17 agustus 85`, `tujuh belas agustus delapan lima`, `17 agustus` (no year told).
  private Optional<Read> withMonthName(int i) {
    Optional<NumberWords.Read> day = number(i).filter(d -> d.value() <= 31);
    int at = day.map(NumberWords.Read::end).orElse(tokens.size());
    return month(at).map(m -> ended((int) day.orElseThrow().value(), m, at + 1));
  }

  /// `agustus 17 1985`, `bulan agustus tanggal 17`.
  private Optional<Read> monthFirst(int i) {
    Optional<NumberWords.Read> day = number(i + 1).filter(d -> d.value() <= 31);
    return month(i)
        .filter(m -> day.isPresent() && (daySaid || year(day.get().end()).isPresent()))
        .map(m -> ended((int) day.orElseThrow().value(), m, day.orElseThrow().end()));
  }

  /// `17 bulan delapan tahun delapan lima`.
  private Optional<Read> inWords(int i) {
    Optional<NumberWords.Read> day = number(i).filter(d -> d.value() <= 31);
    Optional<NumberWords.Read> month =
        day.flatMap(d -> number(d.end())).filter(m -> m.value() >= 1 && m.value() <= 12);
    return month
        .filter(m -> year(m.end()).isPresent())
        .map(m -> ended((int) day.orElseThrow().value(), (int) m.value(), m.end()));
  }

  private Read ended(int day, int month, int yearAt) {
    return year(yearAt)
        .map(y -> new Read(new Told(day, month, (int) y.value(), y.value() < 100), y.end()))
        .orElseGet(() -> new Read(new Told(day, month, 0, false), yearAt));
  }

  private Optional<Integer> month(int at) {
    return at < tokens.size() ? heard.months.named(tokens.get(at).text()) : Optional.empty();
  }

  private Optional<NumberWords.Read> number(int i) {
    if (i >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(i);
    return token.number()
        ? Optional.of(new NumberWords.Read(token.value(), i + 1))
        : heard.numbers.read(tokens, i);
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
      Optional<NumberWords.Read> read = heard.numbers.read(tokens, i);
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
