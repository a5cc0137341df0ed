package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.Ear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each answer's examples are understood as its intent by the Ear trained on the project's corpus.
class AnswerExamplesTest {
  @TempDir Path cache;

  @Test
  void areUnderstood() {
    Ear ear = new EarFiles(TestContent.config()).ear(cache);
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
}
