package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarFilesTest {
  @TempDir Path folder;
  private Path config = Path.of("");
  private Path cache = Path.of("");

  @BeforeEach
  void smallCorpus() throws IOException {
    config = folder.resolve("config");
    cache = folder.resolve("data/models");
    write("lexicon/slang.tsv", "# bentuk\tbaku\nbrp\tberapa\n");
    write("lexicon/lists.tsv", "# daftar\tkata\nendings\tnya|ne\n");
    write("lexicon/expressions.tsv", "# makna\tungkapan\nhowmuch\tberapa|piro\n");
    write(
        "corpus/id/ask.contribution.txt", "# iuran\nberapa iuran\niurannya berapa\n\niuran pak\n");
    write("corpus/id/out_of_scope.txt", "cuaca besok\nharga beras\nlagu enak\n");
    write("corpus/jv/language.txt", "piye carane\npira mbayare\nora ngerti\n");
  }

  @Test
  void readsLinesWithLanguageAndIntent() {
    List<Labelled> corpus = CorpusFiles.read(config);

    assertThat(corpus)
        .hasSize(9)
        .contains(new Labelled("id", "ask.contribution", "berapa iuran"))
        .contains(new Labelled("jv", "", "piye carane"));
  }

  @Test
  void readsACorpusThatIsALinkToAnotherFolder() throws IOException {
    List<Labelled> there = CorpusFiles.read(config);
    Path elsewhere = Files.move(config.resolve("corpus"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(config.resolve("corpus"), elsewhere);

    assertThat(CorpusFiles.read(config)).isEqualTo(there).isNotEmpty();
  }

  @Test
  void trainsOnceAndReadsTheModelAgain() throws IOException {
    byte[] trained = new EarFiles(config).model(cache).write();
    List<Path> kept = kept();

    assertThat(new EarFiles(config).model(cache).write()).isEqualTo(trained);
    assertThat(kept()).isEqualTo(kept).hasSize(1);
  }

  @Test
  void trainsAnewWhenTheCorpusChanged() throws IOException {
    new EarFiles(config).model(cache);
    write("corpus/id/greet.txt", "halo\npagi pak\n");

    assertThat(new EarFiles(config).model(cache).intents().model().outcomes()).contains("greet");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void trainsAnewWhenTheKeptModelIsDamaged() throws IOException {
    byte[] trained = new EarFiles(config).model(cache).write();
    Files.write(kept().getFirst(), new byte[] {1, 2, 3});

    assertThat(new EarFiles(config).model(cache).write()).isEqualTo(trained);
  }

  @Test
  void takesTheModelOfTheBuild() throws IOException {
    new EarFiles(config).build();
    write("corpus/id/greet.txt", "halo\npagi pak\n");
    new EarFiles(config).build();
    try (Stream<Path> built = Files.list(EarFiles.built(config))) {
      assertThat(built).hasSize(1);
    }
    byte[] trained = new EarFiles(config).model(EarFiles.built(config)).write();

    assertThat(new EarFiles(config).model(cache).write()).isEqualTo(trained);
    assertThat(cache).doesNotExist();
  }

  @Test
  void notesTheModelAGatewayBeganWithAndThrowsAwayOldOnes() throws IOException {
    assertThat(EarFiles.begunWith(cache)).isEmpty();
    byte[] first = new EarFiles(config).model(cache).write();
    new EarFiles(config).begin(cache);
    for (int change = 0; change < 8; change++) {
      write("corpus/id/greet.txt", "halo pak\npagi bu " + "abcdefgh".charAt(change) + "\n");
      new EarFiles(config).model(cache);
    }

    assertThat(EarFiles.begunWith(cache).orElseThrow().write()).isEqualTo(first);
    new EarFiles(config).begin(cache);
    assertThat(kept()).hasSizeLessThanOrEqualTo(7);
    assertThat(EarFiles.begunWith(cache).orElseThrow().write()).isNotEqualTo(first);
  }

  @Test
  void hearsSlang() {
    var files = new EarFiles(config);
    var ear = files.ears().apply(files.model(cache));

    assertThat(ear.hear("brp iuran").best().intent()).isEqualTo("ask.contribution");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = config.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
