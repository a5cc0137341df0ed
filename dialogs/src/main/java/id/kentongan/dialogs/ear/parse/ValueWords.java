package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Income.Per;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words by which people tell values, of all languages, made into sets and tables once. Lists
/// that are missing are empty: the content's check names them.
public final class ValueWords {
  private final Words words;
  private final Map<Heard, Set<String>> lists = new EnumMap<>(Heard.class);
  final NumberWords numbers;
  final Map<String, Long> amounts;
  final Map<String, Per> spans;
  final Map<String, Per> spanUnits;
  final Map<String, Integer> wholeMonths;
  final Map<String, Integer> often;
  final Map<String, DayOfWeek> weekdays;
  final Map<String, Integer> marketDays;
  final Map<String, String> digits;
  final Map<String, String> headings;
  final Map<String, Kin> kin;
  /// The same with phrases as [KinPhrases] leaves them.
  final Map<String, Kin> kinJoined;

  final Set<String> kinKinds;
  final List<String> kinEndings;
  final Map<String, Integer> ago;

  /// Units that may be typed without a space: `50rbsehari`, `tigabulan`.
  final Set<String> moneyUnits;

  final Set<String> monthUnits;
  final Months months;
  final Amended amended;
  final Shapes shapes;
  final KinPhrases kinPhrases;
  final Pattern roll;

  public ValueWords(Words words) {
    this.words = words;
    for (Heard list : Heard.values()) {
      lists.put(list, words.listed(list.key()));
    }
    numbers = new NumberWords(this);
    amounts = table(Heard.MONEY_UNIT, Long::valueOf);
    spans = table(Heard.PER_WHOLE, named(Per.class));
    spanUnits = table(Heard.PER_UNIT, named(Per.class));
    wholeMonths = table(Heard.MONTHS_WHOLE, Integer::valueOf);
    often = table(Heard.MONTHS_OFTEN, Integer::valueOf);
    weekdays = table(Heard.DATE_WEEKDAY, named(DayOfWeek.class));
    marketDays = table(Heard.DATE_MARKET_DAY, Integer::valueOf);
    digits = table(Heard.DIGIT_WORD, digit -> digit);
    headings = table(Heard.ROLL_HEADING, column -> column);
    kin = table(Heard.KIN_WORD, named(Kin.class));
    kinJoined = joined(kin);
    kinKinds =
        of(Heard.RELATION_KIND).stream()
            .map(KinPhrases::one)
            .collect(Collectors.toUnmodifiableSet());
    kinEndings = longestFirst(Heard.KIN_ENDINGS);
    ago = table(Heard.DATE_AGO, Integer::valueOf);
    moneyUnits = longer(amounts.keySet().stream(), 1);
    monthUnits =
        longer(Stream.concat(of(Heard.MONTHS_UNIT).stream(), of(Heard.MONTHS_YEAR).stream()), 2);
    months = new Months(this);
    amended = new Amended(this);
    shapes = new Shapes(this);
    kinPhrases = new KinPhrases(this);
    roll = RollShape.of(this);
  }

  /// The words of a list.
  Set<String> of(Heard list) {
    return lists.getOrDefault(list, Set.of());
  }

  boolean has(Heard list, String word) {
    return of(list).contains(word);
  }

  /// The words of a list, those first that others begin or end with.
  List<String> longestFirst(Heard list) {
    return longestFirst(of(list));
  }

  private static List<String> longestFirst(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
        .toList();
  }

  /// The words of a list as a group of a pattern; one that nothing matches when it is empty.
  String any(Heard list) {
    return any(of(list));
  }

  /// Such a group of the words of one meaning.
  static <V> String any(Map<String, V> table, V meaning) {
    return any(
        table.entrySet().stream()
            .filter(entry -> entry.getValue().equals(meaning))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /// The words as a group of a pattern.
  static String any(Set<String> words) {
    return words.isEmpty()
        ? "(?!)"
        : longestFirst(words).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
  }

  /// The words of a list told apart by meaning, each with what it means.
  <V> Map<String, V> table(Heard list, Function<String, V> meaning) {
    var table = new HashMap<String, V>();
    words
        .listedUnder(list.key() + '.')
        .forEach(
            (name, told) -> {
              if (list.means(name)) {
                told.forEach(word -> table.put(word, meaning.apply(name)));
              }
            });
    return Map.copyOf(table);
  }

  private static Map<String, Kin> joined(Map<String, Kin> kin) {
    return kin.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                word -> KinPhrases.one(word.getKey()), Map.Entry::getValue, (a, _) -> a));
  }

  private static Set<String> longer(Stream<String> words, int than) {
    return words.filter(w -> w.length() > than).collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> Function<String, E> named(Class<E> type) {
    return name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
