package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.content.Places;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// One parser for each kind of value that a person is asked for. Pure and total: any text gives a
/// value, readings to ask about or the key of a reason, in a time bounded by the text's length.
public final class Parsers {
  /// Every reason why not that a parser here gives: each is a key of the words.
  public static final Set<String> REASONS =
      Set.of(
          "nik.missing",
          "nik.too-short",
          "nik.too-long",
          "nik.kk",
          "nik.phone",
          "nik.bad-date",
          "nik.not-real",
          "date.missing",
          "date.day-missing",
          "date.year-missing",
          "date.no-such-day",
          "date.future",
          "date.too-old",
          "date.age-only",
          "phone.missing",
          "phone.none",
          "phone.too-short",
          "phone.too-long",
          "phone.not-a-phone",
          "money.missing",
          "money.unsteady",
          "money.none",
          "money.minimum-wage",
          "money.per-harvest",
          "money.too-much",
          "money.too-little",
          "months.missing",
          "months.zero",
          "months.too-many",
          "name.missing",
          "name.digits",
          "name.not-a-name",
          "name.too-long",
          "occupation.unknown",
          "occupation.employee",
          "occupation.not-working",
          "yesno.unclear",
          "relation.unknown",
          "programmes.unknown",
          "programmes.two-at-least");

  private Parsers() {}

  public static Parsed<Nik> nik(String text, LocalDate today) {
    return Amended.read(text, t -> NikParser.parse(t, today));
  }

  public static Parsed<LocalDate> birthDate(String text, LocalDate today) {
    return Amended.read(text, t -> BirthDateParser.parse(t, today));
  }

  public static Parsed<LocalDate> dateOfDeath(String text, LocalDate today) {
    return Amended.read(text, t -> DeathDateParser.parse(t, today));
  }

  public static Parsed<ToldPhone> phone(String text) {
    return Amended.read(text, t -> PhoneParser.parse(t));
  }

  /// An income; without a span told, by the month.
  public static Parsed<Income> money(String text) {
    return Amended.read(text, t -> MoneyParser.parse(t));
  }

  public static Parsed<Integer> months(String text) {
    return Amended.read(text, t -> MonthsParser.parse(t));
  }

  /// The amounts in a free message that are clearly money, not any number.
  public static List<Income> clearMoney(String text) {
    return MoneyParser.certain(text);
  }

  /// The numbers of months in a free message that are clearly told as such.
  public static List<Integer> clearMonths(String text) {
    return MonthsParser.certain(text);
  }

  public static Parsed<String> personName(String text) {
    return Amended.read(text, PersonNameParser::parse);
  }

  public static Parsed<Occupation> occupation(String text, Occupations known) {
    return OccupationParser.parse(text, known);
  }

  public static Parsed<Boolean> yesNo(String text) {
    return YesNoParser.parse(text);
  }

  /// What the sender is to the one who died.
  public static Parsed<Relation> relation(String text) {
    return RelationParser.parse(text);
  }

  public static Parsed<Set<Programme>> programmes(String text) {
    return Amended.read(text, t -> ProgrammesParser.parse(t));
  }

  public static Parsed<Place> place(String text, Places known) {
    return known.find(text);
  }
}
