package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// One parser for each kind of value that a person is asked for. Pure and total: any text gives a
/// value, readings to ask about or the key of a reason, in a time bounded by the text's length.
public final class Parsers {
  /// The reason where somebody does not know whether yes or no.
  public static final String YES_NO_UNKNOWN = "yesno.unknown";

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
          YES_NO_UNKNOWN,
          "relation.unknown",
          "programmes.unknown",
          "programmes.two-at-least");

  private final Occupations occupations;
  private final ValueWords heard;

  public Parsers(ValueWords heard, Occupations occupations) {
    this.heard = heard;
    this.occupations = occupations;
  }

  /// What may be told of work.
  public Occupations occupations() {
    return occupations;
  }

  /// Which column of a list a heading names, as the words call it: `nik`, `village`.
  public Optional<String> heading(String words) {
    return Optional.ofNullable(heard.headings.get(words));
  }

  /// What of a line in a list of people is told by its shape, in the groups `nik`, `phone`,
  /// `nearly` (the digits of neither), `birth` and `income`.
  public Matcher shapes(String line) {
    return heard.roll.matcher(line);
  }

  /// A time of the day as it was told: `jam 9 pagi`, `pukul setengah sepuluh`.
  public Optional<String> clock(String text) {
    Matcher clock = heard.shapes.clock.matcher(text);
    return clock.find() ? Optional.of(clock.group()) : Optional.empty();
  }

  /// The month that a word names, 1 to 12.
  public Optional<Integer> month(String word) {
    return heard.months.named(word);
  }

  public Parsed<Nik> nik(String text, LocalDate today) {
    return heard.amended.read(text, t -> NikParser.parse(t, today, heard));
  }

  public Parsed<LocalDate> birthDate(String text, LocalDate today) {
    return heard.amended.read(text, t -> BirthDateParser.parse(t, today, heard));
  }

  public Parsed<LocalDate> dateOfDeath(String text, LocalDate today) {
    return heard.amended.read(text, t -> DeathDateParser.parse(t, today, heard));
  }

  public Parsed<ToldPhone> phone(String text) {
    return heard.amended.read(text, t -> PhoneParser.parse(t, heard));
  }

  /// An income; without a span told, by the month.
  public Parsed<Income> money(String text) {
    return heard.amended.read(text, t -> MoneyParser.parse(t, heard));
  }

  /// How many months; `now` is the one that `sampai desember` begins with.
  public Parsed<Integer> months(String text, YearMonth now) {
    return heard.amended.read(text, t -> MonthsParser.parse(t, now, heard));
  }

  /// The amounts in a free message that are clearly money, not any number.
  public List<Income> clearMoney(String text) {
    return MoneyParser.certain(text, heard);
  }

  /// The numbers of months in a free message that are clearly told as such.
  public List<Integer> clearMonths(String text) {
    return MonthsParser.certain(Clear.withoutDaysWorked(text, heard), heard);
  }

  /// The programmes in a free message that are clearly told: by their short names, or how many.
  public Optional<Set<Programme>> clearProgrammes(String text) {
    return Clear.programmes(text, heard);
  }

  /// The days, 1 to 31, in a free message.
  public Optional<Integer> clearDays(String text) {
    return Clear.days(text, heard);
  }

  /// An age in years.
  public Optional<Integer> age(String text) {
    return Clear.age(text, heard);
  }

  /// The weekdays named in a free message.
  public Set<DayOfWeek> weekdays(String text) {
    return Clear.weekdays(text, heard);
  }

  /// How often something comes, by any word for it: `sehari`, `per bulan`.
  public Set<Income.Per> spans(String text) {
    return Clear.spans(text, heard);
  }

  public Parsed<String> personName(String text) {
    return heard.amended.read(text, t -> PersonNameParser.parse(t, heard));
  }

  public Parsed<Occupation> occupation(String text) {
    return OccupationParser.parse(text, occupations, heard);
  }

  public Parsed<Boolean> yesNo(String text) {
    return YesNoParser.parse(text, heard);
  }

  /// What the sender is to the one who died.
  public Parsed<Relation> relation(String text) {
    return RelationParser.parse(text, heard);
  }

  public Parsed<Set<Programme>> programmes(String text) {
    return heard.amended.read(text, t -> ProgrammesParser.parse(t, heard));
  }

  /// The numbers of a message, each with the words around it.
  public List<Counts.Count> counts(String text) {
    return Counts.of(text, heard);
  }
}
