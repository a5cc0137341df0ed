package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Placeholders;
import id.kentongan.dialogs.content.Template;
import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What can only be seen over several files: every answer's figures have a value in each month in
/// which it holds, and every intent has a button's label.
final class CrossCheck {
  private static final int MONTHS_AHEAD = 36;

  private CrossCheck() {}

  static void figures(Content content, Faults faults) {
    for (AnswerFile answer : answers(content)) {
      var texts = answer.texts();
      texts.whole().forEach((language, text) -> figures(content, answer, language, text, faults));
    }
  }

  /// why: in doubt the person is asked which of two intents was meant, and it may be any
  static void labels(Content content, Set<String> intents, Faults faults) {
    var offered = new TreeSet<>(intents);
    offered.remove("out_of_scope");
    answers(content).forEach(answer -> offered.addAll(answer.next()));
    for (String intent : offered) {
      String label = "choice.do." + intent;
      if (!content.words().has(label)) {
        faults.add("words/id", label, Wrong.NO_LABEL.of(intent), Should.LABEL.of());
      }
    }
  }

  private static List<AnswerFile> answers(Content content) {
    return content.answers().byIntent().values().stream().flatMap(List::stream).toList();
  }

  private static void figures(
      Content content, AnswerFile answer, Language language, String text, Faults faults) {
    YearMonth month = YearMonth.from(answer.validity().from());
    LocalDate until = answer.validity().until();
    for (int i = 0; i < MONTHS_AHEAD; i++, month = month.plusMonths(1)) {
      if (until != null && month.isAfter(YearMonth.from(until))) {
        return;
      }
      for (String name : Template.names(text)) {
        var figures = new Placeholders(content.tariffs(), content.rules(), month);
        if (figures.value(name).isEmpty()) {
          faults.add(
              "answers/" + answer.intent() + " from " + answer.validity().from(),
              "texts." + language.code(),
              Wrong.NO_FIGURE.of('{' + name + '}', month),
              Should.FIGURE.of());
          return;
        }
      }
    }
  }
}
