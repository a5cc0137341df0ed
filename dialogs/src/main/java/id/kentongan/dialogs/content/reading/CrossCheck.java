package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Placeholders;
import id.kentongan.dialogs.content.Template;
import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// What can only be seen over several files: every answer's figures have a value in each month in
/// which it holds, and every next step has a button's label.
final class CrossCheck {
  private static final int MONTHS_AHEAD = 36;

  private CrossCheck() {}

  static void check(Content content, Faults faults) {
    for (List<AnswerFile> answers : content.answers().byIntent().values()) {
      for (AnswerFile answer : answers) {
        answer
            .texts()
            .forEach((language, text) -> figures(content, answer, language, text, faults));
        labels(content, answer, faults);
      }
    }
  }

  private static void figures(
      Content content, AnswerFile answer, Language language, String text, Faults faults) {
    LocalDate until = answer.validity().until();
    YearMonth month = YearMonth.from(answer.validity().from());
    YearMonth last = until == null ? month.plusMonths(MONTHS_AHEAD) : YearMonth.from(until);
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      for (String name : Template.names(text)) {
        var figures = new Placeholders(content.tariffs(), content.rules(), month);
        if (figures.value(name).isEmpty()) {
          String wrong = "{" + name + "} has no value in " + month;
          fault(answer, "texts." + language.code(), wrong, "figures of Placeholders", faults);
          return;
        }
      }
    }
  }

  private static void labels(Content content, AnswerFile answer, Faults faults) {
    for (String intent : answer.next()) {
      if (!content.words().has("choice.do." + intent)) {
        fault(
            answer, "next", "no words for the button of " + intent, "choice.do." + intent, faults);
      }
    }
  }

  private static void fault(
      AnswerFile answer, String key, String wrong, String allowed, Faults faults) {
    String file = "answers/" + answer.intent() + " from " + answer.validity().from();
    faults.add(file, key, wrong, allowed);
  }
}
