package id.kentongan.dialogs.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All answers, by intent. An intent may have several with dates that do not overlap.
public record Answers(Map<String, List<AnswerFile>> byIntent) {
  public boolean covers(String intent) {
    return byIntent.containsKey(intent);
  }

  /// The answer that holds on a day; empty when the only ones known are past their date.
  public Optional<AnswerFile> on(String intent, LocalDate day) {
    return byIntent.getOrDefault(intent, List.of()).stream()
        .filter(a -> a.validOn(day))
        .findFirst();
  }
}
