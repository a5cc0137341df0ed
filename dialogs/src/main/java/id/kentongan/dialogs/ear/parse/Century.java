package id.kentongan.dialogs.ear.parse;

import java.time.LocalDate;

/// The century of a two-digit year.
enum Century {
  /// Of a birth: the one that makes the person 15 to 100 years old; else the latest past one.
  OF_BIRTH,
  /// Of a death: the latest past one.
  LATEST;

  private static final int YOUNGEST = 15;
  private static final int OLDEST = 100;

  /// The full year, told `today`.
  int of(int shortYear, LocalDate today) {
    int now = today.getYear();
    int latest = now - Math.floorMod(now - shortYear, 100);
    boolean child = now - latest < YOUNGEST;
    boolean possible = now - (latest - 100) <= OLDEST;
    return this == OF_BIRTH && child && possible ? latest - 100 : latest;
  }
}
