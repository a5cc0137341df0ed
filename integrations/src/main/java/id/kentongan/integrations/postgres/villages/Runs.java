package id.kentongan.integrations.postgres.villages;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The runs of three letters of a key (small letters and digits), by which names are alike in spite
/// of typing errors: two blanks stand before it and one behind, so that its beginning counts most.
final class Runs {
  private static final int LETTERS = 37;

  /// How many runs there may be.
  static final int ALL = LETTERS * LETTERS * LETTERS;

  private Runs() {}

  /// Each once, in order.
  static int[] of(String key) {
    String padded = "  " + key + " ";
    return IntStream.range(0, key.isEmpty() ? 0 : padded.length() - 2)
        .map(
            i ->
                (letter(padded.charAt(i)) * LETTERS + letter(padded.charAt(i + 1))) * LETTERS
                    + letter(padded.charAt(i + 2)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static int letter(char c) {
    if (c >= 'a' && c <= 'z') {
      return 1 + c - 'a';
    }
    return c >= '0' && c <= '9' ? 27 + c - '0' : 0;
  }

  /// The share of all runs that both have, from 0 to 1.
  static double alike(int[] one, int[] other) {
    long shared = Arrays.stream(one).filter(run -> Arrays.binarySearch(other, run) >= 0).count();
    return alike((int) shared, one.length, other.length);
  }

  static double alike(int shared, int one, int other) {
    int all = one + other - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
