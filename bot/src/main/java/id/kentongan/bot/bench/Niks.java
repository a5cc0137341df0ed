package id.kentongan.bot.bench;

import java.util.Locale;

/// Invented NIKs, well-formed: of men born in 1970 to 1999, for the scripts' words are for men.
public final class Niks {
  private static final int DAYS = 28;
  private static final int MONTHS = 12;
  private static final int FIRST_YEAR = 70;
  private static final int YEARS = 30;
  private static final int SERIALS = 9999;

  private Niks() {}

  /// A different one for each number, as long as there are any.
  public static String of(long number) {
    long rest = number;
    long serial = 1 + rest % SERIALS;
    rest /= SERIALS;
    long day = 1 + rest % DAYS;
    rest /= DAYS;
    long month = 1 + rest % MONTHS;
    rest /= MONTHS;
    long year = FIRST_YEAR + rest % YEARS;
    return String.format(Locale.ROOT, "351017%02d%02d%02d%04d", day, month, year, serial);
  }
}
