package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.AnswerFile.Mark;
import id.kentongan.dialogs.content.AnswerFile.Texts;
import id.kentongan.dialogs.content.AnswerFile.Validity;
import id.kentongan.dialogs.content.Answers;
import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads `answers/*.yaml`, each one answer for some time to one intent, whose name the file's
/// begins with. Every intent `ask.*` has one, and answers to the same intent do not overlap.
final class AnswersReader {
  private static final Map<String, Mark> MARKS =
      Map.of("confirmed", Mark.CONFIRMED, "single", Mark.SINGLE);

  private final Map<String, List<AnswerFile>> byIntent = new TreeMap<>();
  private final Set<String> intents;

  private AnswersReader(Set<String> intents) {
    this.intents = intents;
  }

  static Answers read(ContentSource source, Faults faults) {
    var reader = new AnswersReader(source.intents());
    source.in("answers", faults).forEach(reader::file);
    source.intents().stream()
        .filter(intent -> intent.startsWith("ask.") && !reader.byIntent.containsKey(intent))
        .sorted()
        .forEach(
            intent -> faults.add("answers", intent, Wrong.NO_ANSWER.of(), Should.ANSWER_FILE.of()));
    return new Answers(Map.copyOf(reader.byIntent));
  }

  private void file(Node file) {
    file.only("intent", "source", "mark", "from", "until", "texts", "brief", "next", "examples");
    var answer =
        new AnswerFile(
            intent(file),
            file.at("source").text(),
            file.at("mark").one(MARKS, Mark.SINGLE),
            validity(file),
            new Texts(
                texts(file.at("texts")),
                file.maybe("brief").map(AnswersReader::languages).orElse(Map.of())),
            file.maybe("next").map(this::next).orElse(List.of()),
            examples(file.at("examples")));
    check(file, answer);
    List<AnswerFile> others = byIntent.computeIfAbsent(answer.intent(), _ -> new ArrayList<>());
    for (AnswerFile other : others) {
      if (other.validity().overlaps(answer.validity())) {
        file.at("from").fault(Wrong.OVERLAPS_ANSWER.of(), Should.ONE_ANSWER.of());
      }
    }
    others.add(answer);
  }

  private String intent(Node file) {
    String intent = file.at("intent").text();
    if (!file.file().startsWith("answers/" + intent + ".")) {
      file.at("intent").fault(Wrong.NAME.of(), Should.NAMES.of(intent + ".yaml"));
    }
    known(file.at("intent"), intent);
    return intent;
  }

  private static Validity validity(Node file) {
    Node from = file.at("from");
    LocalDate begin = from.as(LocalDate::parse, LocalDate.EPOCH, Should.DATE.of("2026-04-01"));
    LocalDate end =
        file.maybe("until")
            .map(u -> u.as(LocalDate::parse, LocalDate.MAX, Should.DATE.of("2026-12-31")))
            .orElse(null);
    if (end != null && end.isBefore(begin)) {
      from.fault(Wrong.AFTER.of(), Should.BEFORE.of());
    }
    return new Validity(begin, end);
  }

  private static Map<Language, String> texts(Node texts) {
    Map<Language, String> found = languages(texts);
    if (!found.containsKey(Language.INDONESIAN)) {
      texts.fault(Wrong.NO_INDONESIAN.of(), Should.INDONESIAN.of());
    }
    return found;
  }

  private static Map<Language, String> languages(Node texts) {
    var found = new EnumMap<Language, String>(Language.class);
    texts
        .entries()
        .forEach(
            (code, node) -> {
              Language language = Languages.SPOKEN.get(code);
              if (language == null) {
                node.fault(Wrong.NO_LANGUAGE.of(), Should.NAMES.of(Languages.codes()));
              } else {
                found.put(language, node.text());
              }
            });
    return Map.copyOf(found);
  }

  private List<String> next(Node next) {
    next.items().forEach(item -> known(item, item.text()));
    if (next.items().size() > 2) {
      next.fault(Wrong.NEXT.of(next.items().size()), Should.NEXT.of());
    }
    return next.texts();
  }

  private static List<String> examples(Node examples) {
    if (examples.items().size() < 5) {
      examples.fault(Wrong.EXAMPLES.of(examples.items().size()), Should.EXAMPLES.of(5));
    }
    return examples.texts();
  }

  private void known(Node node, String intent) {
    if (!intents.isEmpty() && !intent.isEmpty() && !intents.contains(intent)) {
      node.fault(Wrong.NO_INTENT.of(intent), Should.INTENT.of());
    }
  }

  private static void check(Node file, AnswerFile answer) {
    boolean buttons = !answer.next().isEmpty();
    int most = buttons ? Lengths.WITH_BUTTONS : Lengths.MESSAGE;
    file.at("texts")
        .entries()
        .forEach((_, node) -> Lengths.check(node, node.text(), most, Should.MESSAGE));
    file.at("texts")
        .entries()
        .forEach((_, node) -> Figures.same(node, answer.text(Language.INDONESIAN)));
    file.maybe("brief").ifPresent(brief -> brief(brief, answer));
    String text = answer.text(Language.INDONESIAN).toLowerCase(Locale.ROOT);
    if (answer.mark() == Mark.SINGLE && !text.contains("menurut")) {
      file.at("mark").fault(Wrong.UNSOURCED.of(), Should.SAYS_WHO.of());
    }
  }

  /// A short form tells nothing that the whole text does not.
  private static void brief(Node brief, AnswerFile answer) {
    brief
        .entries()
        .forEach(
            (code, node) -> {
              String whole = answer.texts().whole().get(Languages.SPOKEN.get(code));
              if (whole == null) {
                node.fault(Wrong.NO_LANGUAGE.of(), Should.NAMES.of("texts." + code));
                return;
              }
              Figures.among(node, whole);
              Lengths.check(node, node.text(), Lengths.BRIEF, Should.MESSAGE);
              if (answer.mark() == Mark.SINGLE && !node.text().contains("menurut")) {
                node.fault(Wrong.UNSOURCED.of(), Should.SAYS_WHO.of());
              }
            });
  }
}
