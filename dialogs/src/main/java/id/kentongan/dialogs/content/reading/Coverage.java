package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;

/// How much of what the bot says a language has itself; the rest is said in Indonesian.
public record Coverage(Language language, int words, int allWords, int answers, int allAnswers) {
  /// A row for each language that the bot may speak, Indonesian first.
  public static List<Coverage> of(Content content) {
    return Languages.SPOKEN.values().stream()
        .sorted()
        .map(language -> of(content, language))
        .toList();
  }

  private static Coverage of(Content content, Language language) {
    Map<Language, Map<String, String>> words = content.words().byLanguage();
    List<AnswerFile> answers =
        content.answers().byIntent().values().stream().flatMap(List::stream).toList();
    return new Coverage(
        language,
        said(words.getOrDefault(language, Map.of())),
        said(words.getOrDefault(Language.INDONESIAN, Map.of())),
        (int) answers.stream().filter(a -> a.texts().whole().containsKey(language)).count(),
        answers.size());
  }

  /// How many keys are said: words that are only heard belong to all languages.
  private static int said(Map<String, String> words) {
    return (int) words.keySet().stream().filter(key -> !HeardCheck.lists(key)).count();
  }
}
