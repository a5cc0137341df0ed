package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.dialogs.content.reading.Should;
import id.kentongan.dialogs.content.reading.Wrong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlContentTest {
  @TempDir Path config;

  @Test
  void findsNoFaultInTheRepositorysOwnContent() {
    Loaded loaded = YamlContent.load(TestContent.config());
    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.content().answers().covers("ask.contribution")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "words/id/a.yaml   | 'a: [1'          | line 1 | ",
        "words/id/a.yaml   | 'a: 1\na: 2'     | line 2 | Duplicate field 'a'",
        "words/id/a.yaml   | ''               |        | No content",
        "words/id/a.txt    | 'a: 1'           |        | is not a .yaml file",
        "rules.yaml        | 'zone: !!java.net.URL [\"http://x\"]' | zone   | is a list",
      })
  void saysWhatCannotBeRead(String file, String text, String key, String wrong) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
    assertThat(faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo(file);
              if (key != null) {
                assertThat(fault.key()).startsWith(key);
              }
              assertThat(fault.toString()).contains(wrong == null ? "" : wrong);
            });
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    write("words/id/a.yaml", new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28});
    assertThat(faults())
        .contains(new Fault("words/id/a.yaml", "", Wrong.NOT_UTF8.of(), Should.UTF8.of()));
  }

  @Test
  void tellsEveryMissingFolderAndFileTogether() {
    assertThat(faults())
        .extracting(Fault::file)
        .contains(
            "words",
            "answers",
            "tariffs",
            "papers.yaml",
            "rules.yaml",
            "offices.yaml",
            "corpus/id");
  }

  private List<Fault> faults() {
    return YamlContent.load(config).faults();
  }

  private void write(String file, byte[] bytes) throws IOException {
    Path path = config.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }
}
