package id.kentongan.dialogs.ear;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Brings a message into its normal form: lower case, no accents or signs, words parted by one
/// space, letters repeated for feeling once, slang and local words in standard Indonesian
/// (`pak brp iuran` becomes `pak berapa iuran`), every run of digits as zeros of its length. Shared
/// by all threads.
public final class Normaliser {
  /// Longer messages are read up to here.
  private static final int LONGEST = 1500;

  private final Map<String, String> slang;
  private final WordLists lists;
  private final String off;

  /// `slang`: written form to standard form, both lower case; the standard may be several words.
  public Normaliser(Map<String, String> slang, WordLists lists) {
    this.slang = Map.copyOf(slang);
    this.lists = lists;
    this.off = lists.words(WordLists.Name.OFF).stream().findFirst().orElse("");
  }

  /// The words as typed, only folded: what tells one language from another.
  public String folded(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return fold(ascii(cut) ? cut : compatible(cut));
  }

  public String normal(String text) {
    return standard(folded(text));
  }

  /// Folded words with slang replaced.
  public String standard(String folded) {
    var normal = new StringBuilder(folded.length() + 16);
    int from = 0;
    while (from < folded.length()) {
      int end = folded.indexOf(' ', from);
      end = end < 0 ? folded.length() : end;
      String word = folded.substring(from, end);
      normal.append(normal.isEmpty() ? "" : " ").append(standard(word, folded));
      from = end + 1;
    }
    return normal.toString();
  }

  /// Whether a folded word stands between two questions of one message.
  boolean parts(String word) {
    return lists.has(WordLists.Name.BETWEEN, word);
  }

  /// Whether a clause in its normal form asks something: `berapa sebulan`, `bisa lewat bank tidak`.
  boolean asks(String normal) {
    String[] words = normal.split(" ");
    for (String word : words) {
      if (lists.has(WordLists.Name.ASKING, word)) {
        return true;
      }
    }
    return lists.has(WordLists.Name.ASKING_LAST, words[words.length - 1]);
  }

  private String standard(String word, String message) {
    String standard = slang.get(word);
    String plain = standard == null ? withoutEnding(word) : standard;
    return lists.has(WordLists.Name.DEAD_OR_OFF, plain) ? deadOrOff(plain, message) : plain;
  }

  /// `byrnya`, `duite` and `duwitipun` end in "the"; `hari2` is `hari`.
  private String withoutEnding(String word) {
    if (word.endsWith("2") && word.length() > 3) {
      return word.substring(0, word.length() - 1);
    }
    for (String the : lists.words(WordLists.Name.ENDINGS)) {
      int rest = word.length() - the.length();
      String stem = rest > 2 && word.endsWith(the) ? slang.get(word.substring(0, rest)) : null;
      if (stem != null) {
        return stem + "nya";
      }
    }
    return word;
  }

  /// A card that is `mati` is inactive, a husband is dead; of the air conditioning we know nothing.
  private String deadOrOff(String word, String message) {
    List<String> others = List.of(message.split(" "));
    boolean thing = others.stream().anyMatch(w -> lists.has(WordLists.Name.THINGS, w));
    boolean person = others.stream().anyMatch(w -> lists.has(WordLists.Name.PEOPLE, w));
    return thing && !person ? off : word;
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
  }

  private static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 128) {
        add(folded, Character.toLowerCase((char) c));
      } else if (Character.isLetter(c)) {
        folded.appendCodePoint(c);
      } else if (!ignored(c)) {
        gap(folded);
        if (Character.getType(c) == Character.OTHER_SYMBOL) {
          folded.appendCodePoint(c).append(' ');
        }
      }
    }
    return folded.toString().strip();
  }

  private static void add(StringBuilder folded, char c) {
    boolean letter = c >= 'a' && c <= 'z';
    boolean digit = c >= '0' && c <= '9';
    if (letter && !repeated(folded, c)) {
      folded.append(c);
    } else if (digit) {
      folded.append(c);
    } else if (!letter && c != '\'' && c != '`') {
      gap(folded);
    }
  }

  private static void gap(StringBuilder folded) {
    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  /// A letter that would be the third of its kind in a row.
  private static boolean repeated(StringBuilder folded, char c) {
    int n = folded.length();
    return n > 1 && folded.charAt(n - 1) == c && folded.charAt(n - 2) == c;
  }

  /// Marks and joiners inside words.
  private static boolean ignored(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.MODIFIER_LETTER
        || c == '’'
        || c == '‘'
        || c == '´';
  }
}
