package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Particulars;
import id.kentongan.dialogs.content.Particulars.Question;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the questions that stand in the words with their answers, and finds what one lacks.
final class ParticularsReader {
  private static final String FOLDER = "words/id";
  private static final int MOST_STEPS = 2;

  private final Map<String, String> texts;
  private final Set<String> intents;
  private final Faults faults;

  private ParticularsReader(Words words, Set<String> intents, Faults faults) {
    this.texts = words.byLanguage().getOrDefault(Language.INDONESIAN, Map.of());
    this.intents = intents;
    this.faults = faults;
  }

  /// `intents` are those of the corpus; where it is not read, any may be named.
  static Particulars read(Words words, Set<String> intents, Faults faults) {
    var reader = new ParticularsReader(words, intents, faults);
    return new Particulars(
        reader.all(
            "particular", List.of("who-words", "what-words", "why-words", "not-words", "answer")),
        reader.all("further", List.of("words", "after", "answer")));
  }

  private List<Question> all(String section, List<String> needed) {
    String prefix = section + '.';
    return texts.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) > 0)
        .map(key -> key.substring(0, key.indexOf('.', prefix.length())))
        .distinct()
        .map(key -> question(key, needed))
        .toList();
  }

  private Question question(String key, List<String> needed) {
    needed.stream()
        .map(part -> key + '.' + part)
        .filter(part -> !texts.containsKey(part))
        .forEach(part -> faults.add(FOLDER, part, Wrong.MISSING.of(), Should.VALUE.of()));
    List<String> next = named(key + ".next").toList();
    if (next.size() > MOST_STEPS) {
      faults.add(FOLDER, key + ".next", Wrong.NEXT.of(next.size()), Should.NEXT.of());
    }
    return new Question(key, Set.copyOf(named(key + ".after").toList()), next);
  }

  /// The intents listed under a key.
  private Stream<String> named(String key) {
    return Stream.ofNullable(texts.get(key))
        .flatMap(list -> Stream.of(list.split(" *, *")))
        .distinct()
        .filter(intent -> known(key, intent));
  }

  private boolean known(String key, String intent) {
    boolean known = intents.isEmpty() || intents.contains(intent);
    if (!known) {
      faults.add(FOLDER, key, Wrong.NO_INTENT.of(intent), Should.INTENT.of());
    }
    return known;
  }
}
