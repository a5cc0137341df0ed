package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.Spelling;
import id.kentongan.dialogs.values.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A village with all that people may add to its name.
record Village(Place place, String province) {
  String key() {
    return String.join("", PlaceText.words(place.village()));
  }

  /// 2 when a word names the district, regency or province, 1 when with a typing error, or 0.
  int fit(String word) {
    return Stream.of(place.district(), place.regency(), province)
        .mapToInt(area -> fit(area, word))
        .max()
        .orElse(0);
  }

  private static int fit(String area, String word) {
    List<String> words = words(area);
    if (words.contains(word)) {
      return 2;
    }
    return words.stream().anyMatch(w -> Spelling.near(w, word)) ? 1 : 0;
  }

  /// The words by which an area may be named: each of its name, and all together as one.
  static List<String> words(String area) {
    var words = new ArrayList<>(PlaceText.words(area));
    words.add(String.join("", words));
    return words;
  }
}
