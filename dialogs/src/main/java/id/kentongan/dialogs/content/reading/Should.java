package id.kentongan.dialogs.content.reading;

/// What may stand in a content file instead of what is wrong.
public enum Should implements Phrase {
  /// Names of keys, languages and the like, which are the same in any language.
  NAMES("{a}"),
  NOTHING("nothing"),
  VALUE("a value"),
  KEYS("keys with values"),
  LIST("a list"),
  TEXT("a text"),
  NUMBER("a number, e.g. 0.5"),
  WHOLE("a whole number from {a}"),
  BETWEEN("from {a} to {b}"),
  BUTTON("at most {a} in a button"),
  ROW("at most {a} in a list row"),
  MESSAGE("at most {a} in a message"),
  MESSAGE_WITH_BUTTONS("at most {a} in a message that may carry buttons"),
  DATE("a date, e.g. {a}"),
  DATE_KEYS("dates as keys, e.g. 2026-12-25"),
  MONTH("a month, e.g. 2026-04"),
  RUPIAH("whole rupiah without dots, e.g. 16800"),
  SHARE("a share from 0 to 1"),
  PLACEHOLDER("{placeholder}"),
  KNOWN_KEY("keys of words/id"),
  SAME_NAMES("those of {a}: {b}"),
  ONCE("each key once in a language"),
  KEY_ONCE("each key once"),
  FOLDER("words/<language>/<name>.yaml, languages {a}"),
  ONE_ANSWER("one answer to an intent at a time"),
  BEFORE("a date before it"),
  INDONESIAN("id: a text"),
  NEXT("at most 2: the menu is the third button"),
  EXAMPLES("at least {a}"),
  INTENT("an intent of the corpus"),
  SAYS_WHO("menurut ..."),
  ANSWER_FILE("a file for each ask.*"),
  SAME_FIGURES("those of the Indonesian text: {a}"),
  FIGURE("figures of Placeholders"),
  LABEL("at most 20 letters"),
  PERIODS("months that may be paid at once, e.g. [1, 3]"),
  ONE_TARIFF("one tariff for each month"),
  EACH_ONCE("each payer once"),
  FORWARDS("`until` not before `from`"),
  ONE_DISCOUNT("one discount for each month"),
  WHOLE_RUPIAH("a share that leaves whole rupiah"),
  BANDS("bands that rise, the last without `below`"),
  EXAMPLE("at least one worked example"),
  SO("what is so"),
  PRICED("months that have a tariff"),
  TARIFF_FILE("at least one, e.g. tariffs/2026.yaml"),
  HOURS_OF_WINDOW("from 0 to 23 hours"),
  HOUR("an hour from 0 to 23"),
  DAYS("a number of days, e.g. 7 or -7"),
  PROVINCE("a province's code, e.g. \"35\""),
  PROVINCE_ONCE("each province once"),
  OFFICE_HOURS("hours, e.g. 08:00-15:00"),
  ANSWERED_WITHIN("a number of hours from 1 to 40"),
  OPEN_DAY("hours of at least one weekday"),
  WORD_ONCE("each word once"),
  COMMAS("words parted by one comma each"),
  PARTED("words parted by commas"),
  SMALL_LETTERS("small letters"),
  ONE_MEANING("one meaning a word"),
  PAPER_KEY("small letters and -, e.g. family-card, at most 30"),
  FILE("a file {a}"),
  IN_FOLDER("a folder in {a}"),
  YAML_FILES("files ending in .yaml"),
  UTF8("UTF-8"),
  YAML("YAML"),
  REGION_LINE("code,name, e.g. 35.10,Kabupaten Banyuwangi"),
  CODE_ONCE("each code once"),
  PARENT_LINE("a line for {a} too");

  private final String english;

  Should(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String key() {
    return "should." + Phrase.super.key();
  }
}
