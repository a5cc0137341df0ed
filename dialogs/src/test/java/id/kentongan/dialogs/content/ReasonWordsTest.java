package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every reason for which a value could not be read is told in words, with no other placeholder
/// than the detail, and never as a fault of the person's.
class ReasonWordsTest {
  private static final List<String> PLACES =
      List.of("place.unknown", "place.village-missing", "place.too-many");

  @Test
  void hasWordsForEveryReason() {
    Words words = TestContent.load().words();
    Set<String> reasons = new TreeSet<>(Parsers.REASONS);
    reasons.addAll(PLACES);
    for (String reason : reasons) {
      assertThat(words.has(reason)).as(reason).isTrue();
      String said = words.say(Language.INDONESIAN, reason, Map.of("detail", "2"));
      assertThat(said).doesNotContainIgnoringCase("salah", "error", "tidak valid", "input");
    }
  }
}
