package id.kentongan.dialogs.values;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Pattern;

/// Nomor Induk Kependudukan: 16 digits, `PPKKCC DDMMYY SSSS`; a woman's day is given plus 40. There
/// is no check digit. Prints masked, so that it never reaches a log; [#digits] gives it whole.
///
/// Source: dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik
public record Nik(String digits) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{16}");

  public Nik {
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException("a NIK has 16 digits");
    }
  }

  /// Kemendagri code of the district where the number was first issued, e.g. `351017`.
  public String district() {
    return digits.substring(0, 6);
  }

  public boolean woman() {
    return day() > 40;
  }

  /// The date of birth as the number has it, the century chosen so that the person is 15 to 114
  /// years old at `today`; empty when day or month cannot be a date.
  public Optional<LocalDate> birthDate(LocalDate today) {
    int day = woman() ? day() - 40 : day();
    int month = Integer.parseInt(digits.substring(8, 10));
    int year = Integer.parseInt(digits.substring(10, 12));
    int latest = today.getYear() - 15;
    int full = latest - Math.floorMod(latest - year, 100);
    if (month < 1 || month > 12 || day < 1) {
      return Optional.empty();
    }
    int length = java.time.Month.of(month).length(Year.isLeap(full));
    return day > length ? Optional.empty() : Optional.of(LocalDate.of(full, month, day));
  }

  /// First four and last four digits, e.g. `3510••••••••0003`.
  public String masked() {
    return digits.substring(0, 4) + "••••••••" + digits.substring(12);
  }

  private int day() {
    return Integer.parseInt(digits.substring(6, 8));
  }

  @Override
  public String toString() {
    return masked();
  }
}
