package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One answer to one intent, from `config/answers/`: where it is known from, how sure that is, from
/// when to when it may be told as fact, its texts by language, the next steps offered (intents,
/// each a button whose label is the words' `choice.do.<intent>`), and messages that must be
/// understood as this intent. Text may hold [Placeholders].
public record AnswerFile(
    String intent,
    String source,
    Mark mark,
    Validity validity,
    Texts texts,
    List<String> next,
    List<String> examples) {
  /// What is told by language: `whole`, and where it has one a `brief` form for beside another
  /// answer.
  public record Texts(Map<Language, String> whole, Map<Language, String> brief) {}

  /// How sure a fact is; what is unconfirmed is never told.
  public enum Mark {
    CONFIRMED,
    SINGLE
  }

  /// The days on which something may be told as fact, both included; without `until` it stays so.
  public record Validity(LocalDate from, @Nullable LocalDate until) {
    public boolean on(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public boolean overlaps(Validity other) {
      return on(other.from) || other.on(from);
    }
  }

  public boolean validOn(LocalDate day) {
    return validity.on(day);
  }

  public String text(Language language) {
    String text = texts.whole.get(language);
    return text != null ? text : texts.whole.getOrDefault(Language.INDONESIAN, "");
  }

  /// The short form in a language; the whole text where there is none in it.
  public String brief(Language language) {
    boolean spoken = texts.whole.containsKey(language);
    String brief = texts.brief.get(spoken ? language : Language.INDONESIAN);
    return brief != null ? brief : text(language);
  }
}
