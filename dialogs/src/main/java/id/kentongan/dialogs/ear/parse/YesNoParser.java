package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Yes or no, in every language we hear, by word or emoji. `gpp` and its kin are a yes; a no
/// anywhere else outweighs a yes (`ya enggak lah`); a question is neither, and `tidak tahu` is told
/// apart from what could not be read.
final class YesNoParser {
  private static final int SHORT = 5;

  private static final Pattern REPEATED = Pattern.compile("([a-z])\\1{2,}+");
  private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1++");

  private final ValueWords heard;

  private YesNoParser(ValueWords heard) {
    this.heard = heard;
  }

  static Parsed<Boolean> parse(String text, ValueWords heard) {
    return new YesNoParser(heard).parse(text);
  }

  private Parsed<Boolean> parse(String text) {
    var tokens = Token.lex(Token.twice(text));
    String spaced = unrepeated(Phrases.spaced(tokens));
    String[] words = spaced.strip().split(" ");
    if (spaced.isBlank()) {
      return signs(text);
    }
    if (Phrases.any(spaced, heard.of(Heard.YES_UNKNOWN))) {
      return new Parsed.Invalid<>(Parsers.YES_NO_UNKNOWN, "");
    }
    if (Phrases.any(spaced, heard.of(Heard.YES_NO_PROBLEM))
        || heard.shapes.nothingWrong.matcher(spaced).find()) {
      return new Parsed.Value<>(true);
    }
    if (tagged(List.of(words))) {
      return unclear();
    }
    return words.length > SHORT ? byFirst(words) : shortOne(words, text);
  }

  /// `perlu email ga ya` asks: the no at its end is only how a question ends.
  private boolean tagged(List<String> words) {
    int last = words.size() - 1;
    while (last > 0 && (has(Heard.YES_TAGS, words.get(last)) || polite(words.get(last)))) {
      last--;
    }
    return heard.has(Heard.YES_ASKING, words.get(last))
        && words.subList(0, last).stream()
            .anyMatch(w -> !polite(w) && !has(Heard.YES_NO, w) && !has(Heard.YES_WORDS, w));
  }

  private boolean polite(String word) {
    return heard.has(Heard.YES_POLITE, word);
  }

  private Parsed<Boolean> shortOne(String[] words, String text) {
    List<String> all = List.of(words);
    boolean asked = all.stream().anyMatch(w -> heard.has(Heard.YES_QUESTION, w));
    boolean no =
        all.stream().anyMatch(w -> has(Heard.YES_NO, w)) || heard.has(Heard.YES_NO_FIRST, words[0]);
    boolean yes = said(all);
    if (corrects(all)) {
      return unclear();
    }
    if (asked || (text.contains("?") && !no)) {
      return unclear();
    }
    return no || yes ? new Parsed.Value<>(!no) : signs(text);
  }

  /// `bukan becak, ojek maksudnya` says what something else is, and neither yes nor no.
  private boolean corrects(List<String> words) {
    int not = 0;
    while (not < words.size() && !heard.has(Heard.AMENDED_NOT, words.get(not))) {
      not++;
    }
    boolean thing =
        not + 2 < words.size()
            && !heard.has(Heard.YES_POLITE, words.get(not + 1))
            && !heard.has(Heard.YES_NO, words.get(not + 1))
            && !heard.has(Heard.YES_WORDS, words.get(not + 1));
    return thing && (instead(words.subList(not + 2, words.size())) || told(words, not));
  }

  /// `bukan sayur jualan tahu`: words enough to say what it is.
  private boolean instead(List<String> rest) {
    return rest.stream()
            .filter(w -> !heard.has(Heard.YES_POLITE, w) && !has(Heard.YES_TAGS, w))
            .filter(w -> !has(Heard.YES_NO, w) && !has(Heard.YES_WORDS, w))
            .count()
        > 1;
  }

  private boolean told(List<String> words, int not) {
    return words.subList(not + 2, words.size()).stream()
        .anyMatch(w -> heard.has(Heard.AMENDED_MEANT, w) || heard.has(Heard.AMENDED_CONTRAST, w));
  }

  /// Whether a yes is among the words, not only at the end of a remark.
  private boolean said(List<String> words) {
    int last = words.size() - 1;
    boolean tag =
        heard.has(Heard.YES_TAGS, words.get(last))
            && words.subList(0, last).stream().anyMatch(w -> !heard.has(Heard.YES_POLITE, w));
    return words.subList(0, tag ? last : last + 1).stream().anyMatch(w -> has(Heard.YES_WORDS, w));
  }

  /// In a longer message the first word that is not mere politeness decides, or nothing does: the
  /// rest is about something else.
  private Parsed<Boolean> byFirst(String[] words) {
    boolean asked = Arrays.stream(words).anyMatch(w -> heard.has(Heard.YES_QUESTION, w));
    for (int i = 0; i < (asked ? 1 : words.length - 1); i++) {
      boolean yes = has(Heard.YES_WORDS, words[i]);
      if (yes || has(Heard.YES_NO, words[i])) {
        return new Parsed.Value<>(
            yes && !has(Heard.YES_NO, words[i]) && !has(Heard.YES_NO, words[i + 1]));
      }
      if (!heard.has(Heard.YES_POLITE, words[i])) {
        return unclear();
      }
    }
    return unclear();
  }

  private boolean has(Heard known, String word) {
    return heard.has(known, word) || heard.has(known, DOUBLED.matcher(word).replaceAll("$1"));
  }

  private Parsed<Boolean> signs(String text) {
    boolean yes = text.codePoints().anyMatch(c -> heard.has(Heard.YES_SIGNS, sign(c)));
    boolean no = text.codePoints().anyMatch(c -> heard.has(Heard.YES_NO_SIGNS, sign(c)));
    return yes == no ? unclear() : new Parsed.Value<>(yes);
  }

  private static String sign(int c) {
    return Character.toString(c);
  }

  private static Parsed<Boolean> unclear() {
    return new Parsed.Invalid<>("yesno.unclear", "");
  }

  /// `iyaaa` is `iya`, `okkk` is `ok`.
  private static String unrepeated(String spaced) {
    return REPEATED.matcher(spaced).replaceAll("$1");
  }
}
