package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is wrong with a draft, as an editor reads it: the file's key, what it is, what it should
/// be.
///
/// why: what is found is told in the language of the program, to operators too; editors write
/// Indonesian. What is not known here is told as it came.
final class FaultWords {
  private static final List<Known> WRONG =
      known(
          "is missing = missing",
          "is not known here = unknown-key",
          "is empty = empty",
          "is a map = is-map",
          "is a list = is-list",
          "is a text = is-text",
          "has (\\d+) characters = long",
          "has a \\{ without its \\} = brace",
          "has the placeholders (.+) = placeholders",
          "is a key that Indonesian lacks = extra-key",
          "is also in (.+) = twice",
          "is not in a language's folder = folder",
          "overlaps another answer = overlaps-answer",
          "is not how the file's name begins = name",
          "is after `until` = after",
          "is not a language = no-language",
          "has no Indonesian text = no-indonesian",
          "has (\\d+) steps = next",
          "has (\\d+) messages = examples",
          "`(.+)` is not an intent = no-intent",
          "is single, but the text does not say who says so = unsourced",
          "has no answer = no-answer",
          "says the figures (.+) = figures",
          "(\\{.+\\}) has no value in (.+) = no-figure",
          "no words for the button of (.+) = no-label",
          "has no number = no-number",
          "overlaps another tariff = overlaps-tariff",
          "is told twice = told-twice",
          "ends before it begins = backwards",
          "overlaps another discount of the sector = overlaps-discount",
          "half rupiahs at the base (\\d+) from (.+) = halves",
          "has no band = no-band",
          "does not rise = rises",
          "has no example = no-example",
          "comes out as (-?\\d+), not (-?\\d+) = total",
          "cannot be worked out: .* = unreckoned",
          "there is no file = no-file",
          "Duplicate field '(.+)' = key-twice",
          "is `?([^`]*)`? = value");

  private static final List<Known> SHOULD =
      known(
          "a value = value",
          "keys with values = keys",
          "a list = list",
          "a text = text",
          "a number, e.g. 0.5 = number",
          "a whole number from (\\d+) = whole",
          "at most (\\d+) in a button = button",
          "at most (\\d+) in a list row = row",
          "at most (\\d+) in a message.* = message",
          "a date, e.g. (.+) = date",
          "a month, e.g. (.+) = month",
          "whole rupiah without dots, e.g. (.+) = rupiah",
          "a share from 0 to 1 = share",
          "\\{placeholder\\} = placeholder",
          "keys of words/id = known-key",
          "those of (words/.+): (.+) = same-names",
          "each key once in a language = once",
          "words/<language>/<name>.yaml, languages (.+) = folder",
          "one answer to an intent at a time = one-answer",
          "a date before it = before",
          "id: a text = indonesian",
          "at most 2: the menu is the third button = next",
          "at least (\\d+) = examples",
          "an intent of the corpus = intent",
          "menurut ... = says-who",
          "a file for each ask.\\* = answer-file",
          "those of the Indonesian text: (.+) = same-figures",
          "figures of Placeholders = figure",
          "at most 20 letters = label",
          "months that may be paid at once, e.g. .+ = periods",
          "one tariff for each month = one-tariff",
          "each payer once = each-once",
          "`until` not before `from` = forwards",
          "one discount for each month = one-discount",
          "a share that leaves whole rupiah = whole-rupiah",
          "bands that rise, the last without `below` = bands",
          "at least one worked example = example",
          "what is so = so",
          "months that have a tariff = priced",
          "at least one, e.g. tariffs/.+ = tariff-file");

  private final Supplier<Words> words;

  FaultWords(Supplier<Words> words) {
    this.words = words;
  }

  /// A way in which something is said, and the key of its words.
  private record Known(Pattern said, String key) {}

  /// A fault in words.
  record Told(String file, String key, String wrong, String should) {}

  Told of(Fault fault) {
    // why: what the reader of YAML says of a broken one helps nobody who does not know YAML.
    boolean broken = fault.allowed().equals("YAML") && !fault.wrong().startsWith("Duplicate field");
    return broken
        ? new Told(fault.file(), "", say("yaml", fault.key().replace("line", "baris"), ""), "")
        : new Told(
            fault.file(),
            fault.key(),
            told(WRONG, "", fault.wrong()),
            told(SHOULD, "should.", fault.allowed()));
  }

  /// Names, such as those of languages and keys, are what they are in any language.
  private String told(List<Known> all, String group, String said) {
    for (Known known : all) {
      Matcher found = known.said().matcher(said);
      if (found.matches()) {
        int parts = found.groupCount();
        return say(
            group + known.key(), parts > 0 ? found.group(1) : "", parts > 1 ? found.group(2) : "");
      }
    }
    return said.equals("YAML") ? say("should.yaml", "", "") : said;
  }

  private String say(String key, String a, String b) {
    return words.get().say(Language.INDONESIAN, "console.fault." + key, Map.of("a", a, "b", b));
  }

  private static List<Known> known(String... lines) {
    return Stream.of(lines)
        .map(line -> line.split(" = ", 2))
        .map(parts -> new Known(Pattern.compile(parts[0], Pattern.DOTALL), parts[1]))
        .toList();
  }
}
