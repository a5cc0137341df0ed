package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.DateReader.Told;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date of birth. A NIK given in its place is read for its date; an age is none.
final class BirthDateParser {
  private static final int OLDEST = 120;

  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ ._/-]?[0-9]){14,}+");

  private BirthDateParser() {}

  static Parsed<LocalDate> parse(String text, LocalDate today, ValueWords heard) {
    boolean withNik = NikParser.parse(text, today, heard) instanceof Parsed.Value<Nik>;
    String beside = withNik ? LONG_NUMBER.matcher(Token.plain(text)).replaceAll(" ") : text;
    List<Told> dates = DateReader.all(beside, heard);
    if (dates.isEmpty()
        && NikParser.parse(text, today, heard) instanceof Parsed.Value<Nik>(Nik nik)) {
      return nik.birthDate(today)
          .<Parsed<LocalDate>>map(Parsed.Value::new)
          .orElseGet(() -> new Parsed.Invalid<>("date.no-such-day", ""));
    }
    List<Token> tokens = Token.lex(text);
    Optional<Weton> weton = Weton.in(tokens, heard);
    if (dates.isEmpty() && weton.isPresent()) {
      return ofWeton(weton.get(), tokens, today);
    }
    if (dates.isEmpty()) {
      return none(tokens, heard);
    }
    List<Parsed<LocalDate>> read = dates.stream().map(d -> one(d, today)).toList();
    List<LocalDate> good =
        read.stream()
            .filter(Parsed.Value.class::isInstance)
            .map(BirthDateParser::value)
            .distinct()
            .toList();
    return good.isEmpty() ? read.getFirst() : Phrases.oneOrMore(good);
  }

  private static LocalDate value(Parsed<LocalDate> parsed) {
    return ((Parsed.Value<LocalDate>) parsed).value();
  }

  private static Parsed<LocalDate> one(Told told, LocalDate today) {
    if (told.noYear()) {
      return new Parsed.Invalid<>("date.year-missing", "");
    }
    Parsed<LocalDate> day = DateReader.day(told, Century.OF_BIRTH, today);
    if (!(day instanceof Parsed.Value<LocalDate>(LocalDate date))) {
      return day;
    }
    if (date.isAfter(today)) {
      return new Parsed.Invalid<>("date.future", "");
    }
    boolean tooOld = date.isBefore(today.minusYears(OLDEST));
    return tooOld ? new Parsed.Invalid<>("date.too-old", "") : day;
  }

  private static Parsed<LocalDate> ofWeton(Weton weton, List<Token> tokens, LocalDate today) {
    return tokens.stream()
        .filter(t -> t.number() && t.text().length() == 4)
        .map(t -> (int) t.value())
        .filter(y -> y > today.getYear() - OLDEST && y <= today.getYear())
        .findFirst()
        .<Parsed<LocalDate>>map(y -> new Parsed.Ambiguous<>(weton.in(y)))
        .orElseGet(() -> new Parsed.Invalid<>("date.year-missing", ""));
  }

  /// Why there is no date: a year or a month alone, an age, or nothing.
  private static Parsed<LocalDate> none(List<Token> tokens, ValueWords heard) {
    boolean month = tokens.stream().anyMatch(t -> heard.months.named(t.text()).isPresent());
    boolean age =
        tokens.size() == 1
            || Phrases.anyWord(tokens, heard.of(Heard.BIRTH_AGE))
            || Phrases.anyWord(tokens, heard.of(Heard.BIRTH_YEAR));
    for (int i = 0; i < tokens.size() && !month; i++) {
      Optional<Long> number =
          tokens.get(i).number()
              ? Optional.of(tokens.get(i).value())
              : heard.numbers.read(tokens, i).map(NumberWords.Read::value);
      boolean year = i > 0 && heard.has(Heard.BIRTH_YEAR, tokens.get(i - 1).text());
      if (number.filter(n -> (year && n < 100) || (n >= 1900 && n < 2100)).isPresent()) {
        return new Parsed.Invalid<>("date.day-missing", "");
      }
      if (number.filter(n -> age && n > 0 && n <= OLDEST).isPresent()) {
        return new Parsed.Invalid<>("date.age-only", number.get().toString());
      }
    }
    return new Parsed.Invalid<>(month ? "date.day-missing" : "date.missing", "");
  }
}
