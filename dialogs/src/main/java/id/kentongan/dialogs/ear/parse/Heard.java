package id.kentongan.dialogs.ear.parse;

import java.util.List;
import java.util.Locale;

/// The lists of words by which people tell values, each the key `heard.<name>` of the words
/// (`heard.money.net`); one that is told apart by meaning has a key for each
/// (`heard.month.name.8`).
public enum Heard {
  NO,
  SELF,
  AMENDED_MEANT,
  AMENDED_CONTRAST,
  AMENDED_NOT,
  NUMBER_WORD("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
  NUMBER_TEEN,
  NUMBER_TENS("10", "100"),
  NUMBER_SCALE("1000", "1000000", "1000000000"),
  NUMBER_HALF,
  NUMBER_POINT,
  DIGIT_WORD("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
  PER_WHOLE("day", "week", "month", "year"),
  PER_UNIT("day", "week", "month", "year"),
  PER_EACH,
  PER_ONCE,
  PER_TIMES,
  MONEY_UNIT("1000", "100000", "1000000", "1000000000"),
  MONEY_ABOUT,
  MONEY_ANNOUNCED,
  MONEY_NET,
  MONEY_RANGE,
  MONEY_UNSTEADY,
  MONEY_HARVEST,
  MONEY_NONE,
  MONEY_HAVE,
  MONEY_MINIMUM_WAGE,
  MONTHS_WHOLE("1", "3", "6", "12"),
  MONTHS_OFTEN("1", "12"),
  MONTHS_UNIT,
  MONTHS_YEAR,
  MONTHS_OTHER,
  MONTHS_RANGE,
  MONTHS_EVERY,
  MONTH_NAME("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
  MONTH_FULL,
  MONTH_TO,
  MONTH_WORD,
  MONTH_THIS_NEXT,
  BIRTH_AGE,
  BIRTH_YEAR,
  DATE_WEEKDAY("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
  DATE_MARKET_DAY("0", "1", "2", "3", "4"),
  DATE_FILLERS,
  DATE_DAY,
  DATE_UNITS,
  DATE_YESTERDAY,
  DATE_LAST_YEAR,
  DATE_THIS_MONTH,
  DATE_LAST_MONTH,
  DATE_LAST_WEEK,
  DATE_A_WEEK,
  DATE_PAST_DAY,
  DATE_SUNDAY,
  DATE_WEEK,
  DATE_NEXT,
  DATE_TOMORROW,
  DATE_FEASTS,
  DATE_NIGHT,
  DATE_DAYS,
  DATE_WEEKS,
  DATE_LONG_AGO,
  DATE_NOW,
  DATE_PAST,
  DATE_AGO("2", "1", "0"),
  CLOCK_WORD,
  CLOCK_PART,
  NIK_SIGNS,
  NIK_FAMILY_CARD,
  PHONE_THIS,
  PHONE_NOT,
  PHONE_HAVE,
  PROGRAMMES_ALL,
  PROGRAMMES_WHOLE,
  PROGRAMMES_LEAST,
  PROGRAMMES_OLD_AGE,
  PROGRAMMES_ACCIDENT,
  PROGRAMMES_DEATH,
  PROGRAMMES_WITHOUT,
  PROGRAMMES_ADDED,
  PROGRAMMES_WORD,
  PROGRAMMES_TWO,
  PROGRAMMES_THREE,
  OCCUPATION_GENERAL,
  OCCUPATION_CRAFT,
  OCCUPATION_NOT,
  OCCUPATION_SMALL,
  OCCUPATION_ENDINGS,
  KIN_WORD(
      "wife",
      "husband",
      "spouse",
      "child",
      "parent",
      "grandparent",
      "grandchild",
      "sibling",
      "parent-in-law",
      "child-in-law",
      "will",
      "other"),
  KIN_FATHER,
  KIN_MOTHER,
  KIN_CHILDREN,
  KIN_LEFT,
  KIN_LEFT_HOW,
  KIN_LEFT_BY,
  KIN_ENDINGS,
  KIN_OWN,
  RELATION_BETWEEN,
  RELATION_AS,
  RELATION_LATE,
  RELATION_DEAD,
  RELATION_PARENT,
  RELATION_ADDRESS,
  RELATION_KIND,
  NAME_GREETINGS,
  NAME_MARKERS,
  NAME_FILLERS,
  NAME_TITLES,
  NAME_SHORT,
  NAME_SMALL,
  NAME_ENDS,
  NAME_AGE,
  NAME_NOT,
  NAME_ANSWERS,
  NAME_COMMANDS,
  NAME_DAYS,
  NAME_EVERYDAY,
  YES_WORDS,
  YES_NO,
  YES_NO_FIRST,
  YES_NO_PROBLEM,
  YES_UNKNOWN,
  YES_QUESTION,
  YES_THERE,
  YES_WHICH,
  YES_WRONG,
  YES_POLITE,
  YES_TAGS,
  YES_ASKING,
  YES_SIGNS,
  YES_NO_SIGNS,
  PLACE_VILLAGE,
  PLACE_IDLE,
  ROLL_HEADING("name", "nik", "birth", "occupation", "income", "village", "phone");

  /// Before every key.
  public static final String PREFIX = "heard.";

  private final String key;
  private final String meanings;

  Heard(String... meanings) {
    String name = name().toLowerCase(Locale.ROOT);
    this.key = PREFIX + name.replaceFirst("_", ".").replace('_', '-');
    this.meanings = String.join(" ", meanings);
  }

  public String key() {
    return key;
  }

  /// The meanings that must have words; none for a plain list.
  public List<String> meanings() {
    return meanings.isEmpty() ? List.of() : List.of(meanings.split(" "));
  }

  /// Whether a meaning may have words: of the numbers any.
  public boolean means(String meaning) {
    return meanings().contains(meaning)
        || (this == NUMBER_WORD && meaning.matches("[1-9][0-9]{0,8}"));
  }
}
