package id.kentongan.dialogs.ear.model;

/// A word's consonants, those that people and dialects write for one another taken as one, each
/// once in a row: `pendaftaran`, `pndaptaran` and `pndftrn` meet.
final class WordBones {
  private static final String VOWELS = "aeiou";
  private static final String BREATHED = "dtbgj";

  private WordBones() {}

  static String of(String word) {
    var bones = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = plain(word.charAt(i));
      char last = bones.isEmpty() ? ' ' : bones.charAt(bones.length() - 1);
      boolean breath = c == 'h' && BREATHED.indexOf(last) >= 0;
      if (VOWELS.indexOf(c) < 0 && c != last && !breath) {
        bones.append(c);
      }
    }
    return bones.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case 'f', 'v' -> 'p';
      case 'z' -> 'j';
      default -> c;
    };
  }
}
