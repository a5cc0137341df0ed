package id.kentongan.dialogs.content.reading;

/// What can be wrong in a content file.
public enum Wrong implements Phrase {
  MISSING("is missing"),
  UNKNOWN_KEY("is not known here"),
  EMPTY("is empty"),
  IS_MAP("is a map"),
  IS_LIST("is a list"),
  IS_TEXT("is a text"),
  VALUE("is `{a}`"),
  NUMBER("is {a}"),
  SITUATION("is the situation {a}"),
  LONG("has {a} characters"),
  BRACE("has a { without its }"),
  PLACEHOLDERS("has the placeholders {a}"),
  EXTRA_KEY("is a key that Indonesian lacks"),
  TWICE("is also in {a}"),
  THERE_TWICE("is there twice"),
  FOLDER("is not in a language's folder"),
  OVERLAPS_ANSWER("overlaps another answer"),
  NAME("is not how the file's name begins"),
  AFTER("is after `until`"),
  NO_LANGUAGE("is not a language"),
  NO_INDONESIAN("has no Indonesian text"),
  NEXT("has {a} steps"),
  EXAMPLES("has {a} messages"),
  NO_INTENT("`{a}` is not an intent"),
  UNSOURCED("is single, but the text does not say who says so"),
  NO_ANSWER("has no answer"),
  FIGURES("says the figures {a}"),
  NO_FIGURE("{a} has no value in {b}"),
  NO_LABEL("no words for the button of {a}"),
  NO_NUMBER("has no number"),
  OVERLAPS_TARIFF("overlaps another tariff"),
  TOLD_TWICE("is told twice"),
  BACKWARDS("ends before it begins"),
  OVERLAPS_DISCOUNT("overlaps another discount of the sector"),
  HALVES("half rupiahs at the base {a} from {b}"),
  NO_BAND("has no band"),
  RISES("does not rise"),
  NO_EXAMPLE("has no example"),
  TOTAL("comes out as {a}, not {b}"),
  UNRECKONED("cannot be worked out: {a}"),
  TWO_ZONES("is in two zones"),
  NO_OPEN_DAY("has no open day"),
  NO_DATE("is not a date"),
  TWO_OCCUPATIONS("'{a}' names two occupations"),
  NOT_HEARD("is no list of words that is heard"),
  GAP("has two commas with nothing between"),
  CAPITALS("has `{a}`"),
  WORD_TWICE("has `{a}` twice"),
  TWO_MEANINGS("has `{a}`, which is in {b}"),
  NO_LIST("no such list"),
  NO_FILE("there is no file"),
  FILE_EMPTY("the file is missing or empty"),
  NO_FOLDER("the folder is missing"),
  NOT_YAML("is not a .yaml file"),
  NOT_UTF8("is not text in UTF-8"),
  /// The parser's own words, and the line.
  YAML("{a}"),
  KEY_TWICE("Duplicate field '{a}'"),
  NO_REGION("cannot be read"),
  CODE_TWICE("repeats a code"),
  NO_PARENT("lies in nothing known");

  private final String english;

  Wrong(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
