package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Places;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Sector;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The kinds of values by the names that the command line knows (`birth_date`), and what is printed
/// of each.
public enum Kind {
  NIK,
  BIRTH_DATE,
  DATE_OF_DEATH,
  PHONE,
  MONEY,
  MONTHS,
  PERSON_NAME,
  OCCUPATION,
  YESNO,
  RELATION,
  PLACE,
  PROGRAMMES;

  /// What a parser may need beside the text.
  public record Known(LocalDate today, Parsers parsers, Places places) {}

  private static final Map<String, Kind> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toMap(k -> k.name().toLowerCase(Locale.ROOT), k -> k));

  public static Optional<Kind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public Printed parse(String text, Known known) {
    LocalDate today = known.today();
    Parsers parsers = known.parsers();
    return switch (this) {
      case NIK -> Printed.of(parsers.nik(text, today), n -> string(n.digits()));
      case BIRTH_DATE -> Printed.of(parsers.birthDate(text, today), Kind::string);
      case DATE_OF_DEATH -> Printed.of(parsers.dateOfDeath(text, today), Kind::string);
      case PHONE -> Printed.of(parsers.phone(text), Kind::phone);
      case MONEY -> Printed.of(parsers.money(text), Kind::money);
      case MONTHS -> Printed.of(parsers.months(text, YearMonth.from(today)), String::valueOf);
      case PERSON_NAME -> Printed.of(parsers.personName(text), Kind::string);
      case OCCUPATION -> Printed.of(parsers.occupation(text), Kind::occupation);
      case YESNO -> Printed.of(parsers.yesNo(text), y -> string(y ? "yes" : "no"));
      case RELATION -> Printed.of(parsers.relation(text), r -> string(r.value()));
      case PLACE -> Printed.of(known.places().find(text), Kind::place);
      case PROGRAMMES -> Printed.of(parsers.programmes(text), Kind::programmes);
    };
  }

  private static String phone(ToldPhone told) {
    return switch (told) {
      case ToldPhone.Given given -> string(given.phone().e164());
      case ToldPhone.Sender() -> string("SENDER");
    };
  }

  private static String money(Income income) {
    String per = income.per().name().toLowerCase(Locale.ROOT);
    return income.amount().amount() + ",\"per\":" + string(per);
  }

  private static String occupation(Occupation occupation) {
    return string(occupation.name()) + ",\"sector\":" + string(sector(occupation.sector()));
  }

  private static String place(Place place) {
    return string(place.code()) + ",\"name\":" + string(place.village());
  }

  private static String programmes(Set<Programme> programmes) {
    return programmes.stream().map(Kind::string).collect(Collectors.joining(",", "[", "]"));
  }

  private static String sector(Sector sector) {
    return switch (sector) {
      case TRANSPORT -> "transport";
      case OTHER -> "non-transport";
    };
  }

  private static String string(Object text) {
    return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
