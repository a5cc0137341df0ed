package id.kentongan.dialogs.content;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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
          "kula",
          "saking",
          "nama",
          "namanya",
          "desanya",
          "desane",
          "griyo",
          "griya",
          "omah",
          "omahku",
          "alamatnya",
          "tinggalnya",
          "asli",
          "wong",
          "urang",
          "iya",
          "nggih",
          "ini",
          "yaitu");

  /// Numbers of houses and neighbourhoods: `12`, `rt3`, `rw02`.
  private static final Pattern HOUSE = Pattern.compile("(?:rt|rw)?[0-9]+");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  private PlaceText() {}

  static List<String> words(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .limit(MOST)
        .toList();
  }

  static boolean namesVillage(String word) {
    return VILLAGE.contains(word);
  }

  /// Whether a word says nothing about which place is meant.
  static boolean idle(String word) {
    return IDLE.contains(word) || VILLAGE.contains(word) || HOUSE.matcher(word).matches();
  }
}
