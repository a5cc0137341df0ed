package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.parse.DateReader.Told;
import java.util.List;
import java.util.stream.Stream;

/// A date typed as one run of digits: `17081985`, `170885`, `19850817`; without zeros (`1781985`,
/// `17885`) every way it can be read.
final class Together {
  private Together() {}

  static List<Told> read(String digits) {
    if (digits.length() % 2 == 1) {
      return Stream.of(split(digits, 2, 3), split(digits, 1, 3)).filter(Together::likely).toList();
    }
    Told dayFirst = split(digits, 2, 4);
    if (digits.length() == 8 && !likely(dayFirst)) {
      Told yearFirst =
          DateReader.told(digits.substring(6), digits.substring(4, 6), digits.substring(0, 4));
      return List.of(likely(yearFirst) ? yearFirst : dayFirst);
    }
    return List.of(dayFirst);
  }

  private static Told split(String digits, int day, int month) {
    return DateReader.told(
        digits.substring(0, day), digits.substring(day, month), digits.substring(month));
  }

  private static boolean likely(Told told) {
    boolean year = told.shortYear() || (told.year() > 1900 && told.year() < 2100);
    return year && told.month() >= 1 && told.month() <= 12 && told.day() >= 1 && told.day() <= 31;
  }
}
