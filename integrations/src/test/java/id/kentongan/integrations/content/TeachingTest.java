package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.dialogs.ear.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachingTest {
  private static final Path CONFIG = Path.of("../config");
  private static final String STRANGE = "zupikel glorandum";

  /// A few intents, because all of them take a while.
  @TempDir Path config = Path.of("");

  @BeforeEach
  void smallCorpus() throws IOException {
    for (String file :
        List.of(
            "corpus/id/ask.payment.txt",
            "corpus/id/greet.txt",
            "corpus/id/thanks.txt",
            "corpus/id/out_of_scope.txt",
            "lexicon/expressions.tsv",
            "lexicon/lists.tsv",
            "lexicon/slang.tsv")) {
      Files.createDirectories(config.resolve(file).getParent());
      Files.copy(CONFIG.resolve(file), config.resolve(file));
    }
  }

  @Test
  void whatOfficersLabelIsLearntAndShownBeforeItIsPublished() {
    var teaching = new Teaching(new EarFiles(config));
    assertThat(teaching.intents()).contains("ask.payment", "out_of_scope");
    List<Labelled> labelled =
        Stream.of("", "saya", "pak", "bu", "ini", "itu", "dong", "ya", "sih", "tolong", "mohon")
            .map(more -> new Labelled("id", "ask.payment", STRANGE + ' ' + more))
            .toList();
    var compared =
        teaching.compare(Optional.empty(), teaching.train(labelled), List.of(STRANGE, "halo"));
    assertThat(compared.lines()).isPositive();
    assertThat(compared.after()).isGreaterThan(compared.lines() * 8 / 10);
    assertThat(compared.changes())
        .extracting(Teaching.Change::text, Teaching.Change::after)
        .contains(tuple(STRANGE, "ask.payment"));
  }
}
