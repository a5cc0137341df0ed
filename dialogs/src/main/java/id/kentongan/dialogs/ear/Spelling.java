package id.kentongan.dialogs.ear;

import java.util.Arrays;

/// Words with typing errors: how far two are apart, and when they may be the same.
public final class Spelling {
  private Spelling() {}

  /// Whether two words may be the same with a typing error: none under 5 letters, one up to 8, two
  /// in longer ones; two letters exchanged are one error.
  public static boolean near(String a, String b) {
    int most = errors(Math.min(a.length(), b.length()));
    return a.equals(b) || (most > 0 && distance(a, b, most) <= most);
  }

  public static int errors(int length) {
    return length < 5 ? 0 : length < 9 ? 1 : 2;
  }

  /// Damerau's distance with neighbours exchanged; more than `most` when it is more.
  public static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
