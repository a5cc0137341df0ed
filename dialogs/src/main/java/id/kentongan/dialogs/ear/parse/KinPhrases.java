package id.kentongan.dialogs.ear.parse;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kinship told in several words, as the one word that it means: `pak lek` becomes `paklek`,
/// `bapaknya anak-anak` the speaker's husband, `ditinggal mati suami` a husband who died. On text
/// in small letters.
final class KinPhrases {
  private static final Pattern GAPS = Pattern.compile("[ -]+");

  private final Pattern phrases;
  private final Pattern husband;
  private final Pattern wife;
  private final Pattern left;
  private final String ownHusband;
  private final String ownWife;
  private final String dead;

  KinPhrases(ValueWords heard) {
    String end = "(?=" + heard.any(Heard.KIN_ENDINGS) + "?(?![a-z]))";
    var several =
        Stream.concat(heard.kin.keySet().stream(), heard.of(Heard.RELATION_KIND).stream())
            .filter(phrase -> phrase.indexOf(' ') > 0)
            .collect(Collectors.toSet());
    phrases = spaced(several, end);
    husband = ofChildren(heard, Heard.KIN_FATHER);
    wife = ofChildren(heard, Heard.KIN_MOTHER);
    left =
        Pattern.compile(
            "\\b(?:%s )?%s (?:%s )?(?:%s )?([a-z]{2,12})(?: %s)?\\b"
                .formatted(
                    heard.any(Heard.SELF),
                    heard.any(Heard.KIN_LEFT),
                    heard.any(Heard.KIN_LEFT_HOW),
                    heard.any(Heard.KIN_LEFT_BY),
                    heard.any(Heard.SELF)));
    String self = ' ' + first(heard.of(Heard.SELF));
    ownHusband = kin(heard, Kin.HUSBAND) + self;
    ownWife = kin(heard, Kin.WIFE) + self;
    dead = "$1" + self + ' ' + first(heard.of(Heard.RELATION_DEAD));
  }

  /// The phrase as [#joined] leaves it.
  static String one(String phrase) {
    return GAPS.matcher(phrase).replaceAll("");
  }

  String joined(String plain) {
    String text = Token.twice(plain);
    text = husband.matcher(text).replaceAll(ownHusband);
    text = wife.matcher(text).replaceAll(ownWife);
    text = phrases.matcher(text).replaceAll(phrase -> one(phrase.group()));
    return left.matcher(text).replaceAll(dead);
  }

  /// `bapaknya anak-anak saya`.
  private static Pattern ofChildren(ValueWords heard, Heard parent) {
    String children = heard.any(Heard.KIN_CHILDREN);
    String endings = heard.any(Heard.KIN_ENDINGS);
    return Pattern.compile(
        "\\b%s%s %s(?:[ -]?%s)?(?:%s| %s)?\\b"
            .formatted(
                heard.any(parent), endings, children, children, endings, heard.any(Heard.SELF)));
  }

  /// Any of these, with or without a hyphen between their words; none matches nothing.
  private static Pattern spaced(Set<String> phrases, String end) {
    String any =
        phrases.stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E ?-? ?\\Q"))
            .collect(Collectors.joining("|"));
    return Pattern.compile(any.isEmpty() ? "(?!)" : "\\b(?:" + any + ')' + end);
  }

  private static String kin(ValueWords heard, Kin kin) {
    return first(
        heard.kin.entrySet().stream()
            .filter(word -> word.getValue() == kin)
            .map(java.util.Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /// One of the words, always the same.
  private static String first(Set<String> words) {
    return words.stream().filter(w -> w.indexOf(' ') < 0).sorted().findFirst().orElse("");
  }
}
