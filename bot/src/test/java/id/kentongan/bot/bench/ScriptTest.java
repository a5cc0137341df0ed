package id.kentongan.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.bot.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Path BENCH = Path.of("../bench");

  @Test
  void theSameDialogIsKeptForOtherLoadTools() throws Exception {
    var load = new JsonMapper().readTree(Files.readString(BENCH.resolve("enrolment-load.json")));
    List<String> expected =
        StreamSupport.stream(load.path("messages").spliterator(), false)
            .map(message -> message.path("expect").asText())
            .toList();

    Script ours = Script.read(BENCH.resolve("enrolment.json"));

    assertThat(ours.lines()).extracting(line -> line.expect().pattern()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[", "{}", "{\"messages\":[]}", "{\"messages\":[{\"expect\":\"(\"}]}"})
  void whatIsNoScriptIsRefused(String text, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("script.json"), text);

    assertThatThrownBy(() -> Script.read(file)).isInstanceOf(Refused.class);
  }
}
