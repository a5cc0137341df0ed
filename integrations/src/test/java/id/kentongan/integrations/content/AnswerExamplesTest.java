package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.Ear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Ear trained on the project's corpus: it understands each answer's examples as its intent,
/// and stays small.
class AnswerExamplesTest {
  private static final int MOST_BYTES = 8_000_000;
  private static final EarFiles FILES = new EarFiles(TestContent.config());

  @TempDir private static Path cache = Path.of("");

  @BeforeAll
  static void train() {
    FILES.model(cache);
  }

  @Test
  void areUnderstood() {
    Ear ear = FILES.ear(cache);
    var wrong = new ArrayList<String>();
    for (List<AnswerFile> answers : TestContent.load().answers().byIntent().values()) {
      AnswerFile answer = answers.getFirst();
      for (String example : answer.examples()) {
        var best = ear.hear(example).best();
        if (!best.intent().equals(answer.intent())) {
          wrong.add(answer.intent() + ": " + example + " -> " + best);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void areUnderstoodByASmallModel() {
    assertThat(FILES.model(cache).bytes()).isLessThanOrEqualTo(MOST_BYTES);
  }
}
