package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusAdditionsTest {
  @TempDir Path config;

  @BeforeEach
  void corpus() throws IOException {
    Files.createDirectories(config.resolve("corpus/id"));
    Files.createDirectories(config.resolve("corpus/jv"));
    Files.createDirectories(config.resolve("lexicon"));
    Files.writeString(config.resolve("corpus/id/greet.txt"), "halo");
    Files.writeString(config.resolve("corpus/jv/greet.txt"), "kulonuwun\n");
    Files.writeString(config.resolve("lexicon/slang.tsv"), "brp\tberapa\n");
    Files.writeString(config.resolve("lexicon/expressions.tsv"), "");
    Files.writeString(config.resolve("lexicon/lists.tsv"), "");
  }

  @Test
  void addsWhatIsLabelledAndNewToItsLanguage() throws IOException {
    var result =
        additions()
            .add(
                List.of(
                    "label\ttext\tguess\tconfidence\tlanguage",
                    "greet\tpagi pak <nama>\tx\t0.10\tid",
                    "greet\tHALO\tx\t0.10\tid",
                    "greet\tnuwun sewu\tx\t0.10\tjv",
                    "\tapa saja\tx\t0.10\tid",
                    ""));

    assertThat(result).isEqualTo(new CorpusAdditions.Result(2, 1, 1, List.of()));
    assertThat(config.resolve("corpus/id/greet.txt")).hasContent("halo\npagi pak\n");
    assertThat(config.resolve("corpus/jv/greet.txt")).hasContent("kulonuwun\nnuwun sewu\n");
  }

  @Test
  void writesNothingWhenALabelIsUnknown() {
    var result = additions().add(List.of("greet\tpagi", "gret\tsore"));

    assertThat(result.faults()).containsExactly("line 2: no intent is called \"gret\"");
    assertThat(result.added()).isZero();
    assertThat(config.resolve("corpus/id/greet.txt")).hasContent("halo");
  }

  private CorpusAdditions additions() {
    return new CorpusAdditions(config, new EarFiles(config));
  }
}
