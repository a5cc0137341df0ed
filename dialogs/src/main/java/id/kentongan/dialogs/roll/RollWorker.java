package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.roll.RollRow.Bad;
import id.kentongan.dialogs.roll.RollRow.Fault;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a row tells by the parsers of the Ear; the first field that cannot be read is its
/// fault.
final class RollWorker {
  private static final Pattern SHORTENED =
      Pattern.compile("\\d[.,]\\d+e\\+?\\d{1,2}", Pattern.CASE_INSENSITIVE);

  private final Content content;
  private final LocalDate today;
  private final RollDefaults defaults;

  RollWorker(Content content, LocalDate today, RollDefaults defaults) {
    this.content = content;
    this.today = today;
    this.defaults = defaults;
  }

  /// A row's fault, on its way out of the reading.
  private static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Faulty(RollField field, String reason, String detail) {
      super(reason, null, false, false);
      this.fault = new Fault(field, reason, detail);
    }
  }

  RollRow read(int line, String quoted, Map<RollField, String> told) {
    try {
      String name = value(RollField.NAME, content.parsers().personName(text(told, RollField.NAME)));
      Nik nik = nik(text(told, RollField.NIK));
      LocalDate born = born(nik, told.get(RollField.BIRTH));
      Occupation occupation =
          value(
              RollField.OCCUPATION, content.parsers().occupation(text(told, RollField.OCCUPATION)));
      Income income = income(told.get(RollField.INCOME));
      Place village = village(told.get(RollField.VILLAGE));
      Phone phone = phone(told.get(RollField.PHONE));
      return new Good(
          line,
          new EnrollmentForm.Person(name, nik, born, phone, village),
          new EnrollmentForm.Work(occupation, income, monthly(income)),
          !told.containsKey(RollField.INCOME));
    } catch (Faulty faulty) {
      return new Bad(line, quoted, told, faulty.fault);
    }
  }

  private static String text(Map<RollField, String> told, RollField field) {
    return told.getOrDefault(field, "");
  }

  private Nik nik(String text) {
    if (SHORTENED.matcher(text).find()) {
      throw new Faulty(RollField.NIK, "roll.shortened", "");
    }
    return value(RollField.NIK, content.parsers().nik(text, today));
  }

  /// As the NIK has it, unless it is told too: then both must agree.
  private LocalDate born(Nik nik, @Nullable String told) {
    LocalDate born =
        nik.birthDate(today).orElseThrow(() -> new Faulty(RollField.NIK, "nik.bad-date", ""));
    if (told != null
        && !value(RollField.BIRTH, content.parsers().birthDate(told, today)).equals(born)) {
      throw new Faulty(RollField.BIRTH, "roll.birth-differs", "");
    }
    Rules.Enrolment rules = content.rules().enrolment();
    int age = Period.between(born, today).getYears();
    if (age >= rules.ageLimit()) {
      throw new Faulty(RollField.NIK, "roll.too-old", Integer.toString(rules.ageLimit()));
    }
    if (age < rules.youngest()) {
      throw new Faulty(RollField.NIK, "roll.too-young", Integer.toString(rules.youngest()));
    }
    return born;
  }

  private Income income(@Nullable String told) {
    return told == null
        ? new Income(defaults.monthly(), Income.Per.MONTH)
        : value(RollField.INCOME, content.parsers().money(told));
  }

  private Rupiah monthly(Income income) {
    long amount = income.amount().amount();
    return switch (income.per()) {
      case MONTH -> income.amount();
      case YEAR -> new Rupiah(amount / 12);
      case WEEK -> new Rupiah(amount * 52 / 12);
      case DAY -> income.amount().times(content.rules().enrolment().workDays());
    };
  }

  private Place village(@Nullable String told) {
    Place usual = defaults.village();
    if (told == null) {
      if (usual == null) {
        throw new Faulty(RollField.VILLAGE, "roll.no-village", "");
      }
      return usual;
    }
    Parsed<Place> found = content.places().find(told);
    if (!(found instanceof Parsed.Ambiguous<Place>(List<Place> several))) {
      return value(RollField.VILLAGE, found);
    }
    return several.stream()
        .filter(place -> usual != null && place.code().equals(usual.code()))
        .findFirst()
        .orElseThrow(
            () -> new Faulty(RollField.VILLAGE, "place.too-many", several.getFirst().village()));
  }

  private @Nullable Phone phone(@Nullable String told) {
    if (told == null || !told.matches(".*[0-9].*")) {
      return null;
    }
    return value(RollField.PHONE, content.parsers().phone(told))
            instanceof ToldPhone.Given(Phone phone)
        ? phone
        : null;
  }

  private static <V> V value(RollField field, Parsed<V> parsed) {
    return switch (parsed) {
      case Parsed.Value<V>(V value) -> value;
      case Parsed.Ambiguous<V> several -> throw new Faulty(field, "roll.two-readings", "");
      case Parsed.Invalid<V>(String reason, String detail) ->
          throw new Faulty(field, reason, detail);
    };
  }
}
