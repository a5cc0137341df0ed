package id.kentongan.dialogs.content;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How names of places are compared: words in small letters without accents, and words that only
/// say what kind of place follows.
final class PlaceText {
  private static final int LONGEST = 200;
  private static final int MOST = 12;
  private static final Set<String> VILLAGE =
      Set.of("desa", "ds", "kelurahan", "kel", "kampung", "nagari", "gampong", "pekon", "lurah");
  private static final Set<String> IDLE =
      Set.of(
          "kecamatan",
          "kec",
          "kabupaten",
          "kab",
          "kota",
          "provinsi",
          "prov",
          "propinsi",
          "di",
          "dari",
          "saya",
          "tinggal",
          "alamat",
          "rumah",
          "asal",
          "warga",
          "orang",
          "dusun",
          "dsn",
          "rt",
          "rw",
          "pak",
          "bu",
          "min",
          "sy",
          "aku",
          "ulun",
          "kulo",
          "kula");

  private PlaceText() {}

  static List<String> words(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = Normalizer.normalize(start, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST)
        .toList();
  }

  static boolean namesVillage(String word) {
    return VILLAGE.contains(word);
  }

  /// Whether a word says nothing about which place is meant.
  static boolean idle(String word) {
    return IDLE.contains(word) || VILLAGE.contains(word) || word.chars().allMatch(c -> c <= '9');
  }

  /// Whether two words may be the same with a typing error: none under 5 letters, one up to 8, two
  /// in longer ones; two letters exchanged are one error.
  static boolean near(String a, String b) {
    int most = errors(Math.min(a.length(), b.length()));
    return a.equals(b) || (most > 0 && distance(a, b, most) <= most);
  }

  static int errors(int length) {
    return length < 5 ? 0 : length < 9 ? 1 : 2;
  }

  /// Damerau's distance with neighbours exchanged; more than `most` when it is more.
  static int distance(String a, String b, int most) {
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
