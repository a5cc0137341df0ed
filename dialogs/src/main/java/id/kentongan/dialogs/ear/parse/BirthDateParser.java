package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.DateReader.Told;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A date of birth. A NIK given in its place is read for its date; an age is none.
final class BirthDateParser {
  private static final int OLDEST = 120;
  private static final Set<String> AGE =
      WordTable.words("umur, usia, umurku, umure, th, tahun, thn, yuswa");

  private BirthDateParser() {}

  static Parsed<LocalDate> parse(String text, LocalDate today) {
    if (NikParser.parse(text, today) instanceof Parsed.Value<Nik>(Nik nik)) {
      return nik.birthDate(today)
          .<Parsed<LocalDate>>map(Parsed.Value::new)
          .orElseGet(() -> new Parsed.Invalid<>("date.no-such-day", ""));
    }
    List<Token> tokens = Token.lex(text);
    Optional<Weton> weton = Weton.in(tokens);
    List<Told> dates = DateReader.all(text);
    if (dates.isEmpty() && weton.isPresent()) {
      return ofWeton(weton.get(), tokens, today);
    }
    if (dates.isEmpty()) {
      return none(tokens);
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
    if (told.year() == 0 && !told.shortYear()) {
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

  private static Parsed<LocalDate> none(List<Token> tokens) {
    List<Token> numbers = tokens.stream().filter(Token::number).toList();
    if (numbers.isEmpty()) {
      return new Parsed.Invalid<>("date.missing", "");
    }
    String number = numbers.getFirst().text();
    if (number.length() == 4) {
      return new Parsed.Invalid<>("date.day-missing", "");
    }
    boolean age = number.length() <= 2 && Phrases.anyWord(tokens, AGE);
    return age
        ? new Parsed.Invalid<>("date.age-only", number)
        : new Parsed.Invalid<>("date.missing", "");
  }
}
