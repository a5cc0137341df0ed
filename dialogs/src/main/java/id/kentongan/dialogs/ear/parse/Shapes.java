package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.values.Income.Per;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Patterns of which parts are listed words.
final class Shapes {
  private static final int HOURS = 12;

  /// What stands right before a number: that it is a family card's, or a NIK.
  final Pattern familyCard;

  final Pattern nik;

  /// A day and a month in digits, after `tanggal`, or with a slash and not before a unit of time.
  final Pattern dayNamed;

  final Pattern daySlashed;

  /// `42 tahun`, `umur 42`: the number is the first group or the second.
  final Pattern age;

  /// `25 hari`, with the number as the group.
  final Pattern days;

  /// `hari sebulan`, `sebulan paling 15 hari`: no month to pay for.
  final Pattern worked;

  /// `yang 3 program`, `jht`.
  final Pattern programmes;

  /// `tidak ada yang salah`.
  final Pattern nothingWrong;

  /// A greeting before a name; `ass...kum` is spelled in every way.
  final Pattern greeting;

  /// `jam setengah 9 pagi`, `pukul 10.30`.
  final Pattern clock;

  Shapes(ValueWords heard) {
    familyCard = Pattern.compile("\\b" + heard.any(Heard.NIK_FAMILY_CARD) + "[^0-9]{0,20}+$");
    nik = Pattern.compile(heard.any(Heard.NIK_SIGNS) + "[^0-9]{0,20}+$");
    dayNamed =
        Pattern.compile(
            heard.any(Heard.DATE_DAY)
                + "[ .]{0,2}([0-3]?[0-9]) "
                + heard.any(Heard.MONTH_WORD)
                + " ?([01]?[0-9])(?![0-9])");
    daySlashed =
        Pattern.compile(
            "(?<![0-9/-])([0-3]?[0-9]) ?[-/] ?([01]?[0-9])(?![0-9/-])(?! ?"
                + heard.any(Heard.DATE_UNITS)
                + ")");
    String dayUnit = ValueWords.any(heard.spanUnits, Per.DAY);
    age =
        Pattern.compile(
            "\\b(\\d{2,3}) ?"
                + heard.any(Heard.BIRTH_YEAR)
                + "\\b|\\b"
                + heard.any(Heard.BIRTH_AGE)
                + "\\D{0,12}(\\d{2,3})\\b");
    days = Pattern.compile("\\b([1-9]|[12]\\d|3[01]) ?" + dayUnit + "\\b");
    worked =
        Pattern.compile(
            "(?<![a-z])%1$s *(?:%2$s )? *(?:%3$s|%4$s)\\b|\\b%3$s [a-z ]{0,16}\\d{1,2} ?%1$s\\b"
                .formatted(
                    dayUnit,
                    heard.any(Heard.PER_EACH),
                    ValueWords.any(heard.spans, Per.MONTH),
                    ValueWords.any(heard.spanUnits, Per.MONTH)));
    programmes =
        Pattern.compile(
            "\\b(?:%s|%s) ?%s|\\bj(?:ht|kk|km)\\b"
                .formatted(
                    heard.any(Heard.PROGRAMMES_TWO),
                    heard.any(Heard.PROGRAMMES_THREE),
                    heard.any(Heard.PROGRAMMES_WORD)));
    nothingWrong =
        Pattern.compile(
            " %s (?:%s )?(?:%s )?%s "
                .formatted(
                    heard.any(Heard.NO),
                    heard.any(Heard.YES_THERE),
                    heard.any(Heard.YES_WHICH),
                    heard.any(Heard.YES_WRONG)));
    greeting =
        Pattern.compile(
            "^\\s*(?:ass?\\S{0,20}kum|"
                + heard.any(Heard.NAME_GREETINGS)
                + ")(?![\\p{L}])[\\s,.!:]*",
            Pattern.CASE_INSENSITIVE);
    clock =
        Pattern.compile(
            "\\b%s\\s*(?:%s\\s*)?(?:\\d{1,2}(?:[.:]\\d{2})?|%s\\b)(?:\\s*%s\\b)?"
                .formatted(
                    heard.any(Heard.CLOCK_WORD),
                    heard.any(Heard.NUMBER_HALF),
                    ValueWords.any(hours(heard)),
                    heard.any(Heard.CLOCK_PART)),
            Pattern.CASE_INSENSITIVE);
  }

  /// The words for 1 to 12.
  private static Set<String> hours(ValueWords heard) {
    return heard.table(Heard.NUMBER_WORD, Integer::valueOf).entrySet().stream()
        .filter(word -> word.getValue() >= 1 && word.getValue() <= HOURS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
