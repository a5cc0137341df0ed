package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialogMapTest {
  private static final Path TALKS = Path.of("src/test/resources/talks");

  /// Asked only where a deployment wants them.
  private static final List<String> EXTRAS =
      List.of("enroll.email", "enroll.address", "enroll.second-occupation");

  @Test
  void everyStateOfTheTranscriptsIsDrawnAndEveryStateDrawnIsReached() throws IOException {
    var reached = new TreeSet<String>();
    try (Stream<Path> files = Files.list(TALKS)) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("@ ") && !line.equals("@ idle"))
            .forEach(line -> reached.add(line.substring(2).strip()));
      }
    }
    var drawn =
        DialogMap.standard().dialogs().stream().flatMap(one -> one.states().stream()).toList();
    assertThat(drawn).doesNotHaveDuplicates().containsAll(reached);
    reached.addAll(EXTRAS);
    assertThat(reached).as("drawn, but no transcript comes there").containsAll(drawn);
  }

  @Test
  void fieldsStandInTheOrderOfTheForm() {
    List<String> states =
        DialogMap.standard().dialogs().stream()
            .filter(one -> one.dialog().equals("enroll"))
            .findFirst()
            .orElseThrow()
            .states();
    assertThat(states)
        .containsSubsequence("enroll.consent", "enroll.name", "enroll.nik", "enroll.summary");
  }
}
