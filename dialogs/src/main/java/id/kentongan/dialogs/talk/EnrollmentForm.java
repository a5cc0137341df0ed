package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything an enrolment needs, complete and checked. `extras` are the fields that a deployment
/// asks beside: `email`, `address`, `second-occupation`.
public record EnrollmentForm(Person person, Work work, Plan plan, Map<String, String> extras) {
  public EnrollmentForm {
    extras = Map.copyOf(extras);
  }

  /// Who is enrolled. `phone` is absent where the sender's channel gives none and none was told.
  public record Person(
      String name, Nik nik, LocalDate birthDate, @Nullable Phone phone, Place village) {}

  /// What they do. `monthly` is the income by the month that the band was chosen by.
  public record Work(Occupation occupation, Income income, Rupiah monthly) {}

  /// What they join: programmes, the first contribution month, how many, and their price together.
  public record Plan(Set<Programme> programmes, YearMonth first, int months, Rupiah total) {}
}
