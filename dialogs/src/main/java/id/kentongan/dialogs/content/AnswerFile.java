package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One answer to one intent, from `config/answers/`: where it is known from, how sure that is, from
/// when to when it may be told as fact, its text by language, and the next steps offered (intents,
/// each shown as a button whose label is the words' `choice.<intent>`). Text may hold placeholders
/// that the calculators fill, e.g. `{price.other.2}`.
public record AnswerFile(
    String intent,
    String source,
    Mark mark,
    LocalDate from,
    @Nullable LocalDate until,
    Map<Language, String> texts,
    List<String> next) {
  /// How sure a fact is; what is unconfirmed is never told.
  public enum Mark {
    CONFIRMED,
    SINGLE
  }

  public boolean validOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  public String text(Language language) {
    String text = texts.get(language);
    return text != null ? text : texts.getOrDefault(Language.INDONESIAN, "");
  }
}
