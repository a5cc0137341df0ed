package id.kentongan.dialogs.ear.parse;

import java.util.Map;
import java.util.Optional;

/// Numbers told digit by digit in words (`nol delapan satu dua`), written as digits.
final class SpokenDigits {
  private static final int FEWEST = 4;

  private SpokenDigits() {}

  /// The text with each run of at least four such words in digits; `digits` gives what each means.
  static String written(String plain, Map<String, String> digits) {
    var out = new StringBuilder(plain.length());
    var run = new StringBuilder();
    int kept = 0;
    int words = 0;
    int from = 0;
    while (from < plain.length()) {
      int end = end(plain, from);
      String word = plain.substring(from, end);
      Optional<String> digit = digit(word, digits);
      if (digit.isPresent()) {
        words++;
        run.append(digit.get());
      } else if (!word.isBlank() && !(words > 0 && word.equals("-"))) {
        flush(out, run, words, plain.substring(kept, from));
        out.append(word);
        kept = end;
        words = 0;
      }
      from = end;
    }
    flush(out, run, words, plain.substring(kept));
    return out.toString();
  }

  private static void flush(StringBuilder out, StringBuilder run, int words, String asTyped) {
    out.append(words >= FEWEST ? " " + run + " " : asTyped);
    run.setLength(0);
  }

  private static Optional<String> digit(String word, Map<String, String> digits) {
    boolean one = word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    return one ? Optional.of(word) : Optional.ofNullable(digits.get(word));
  }

  /// The end of the run of letters, of digits, or of one other sign.
  private static int end(String text, int from) {
    int end = from + 1;
    if (Character.isLetterOrDigit(text.charAt(from))) {
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }
}
