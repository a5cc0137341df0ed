package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayPidTest {
  @TempDir private Path data = Path.of("");

  @Test
  void namesWhoRunsThereAndNobodyWhoOnlyHasTheNumberOfOneThatWasKilled() throws IOException {
    Settings settings = TestSettings.of(Map.of("KENTONGAN_DATA_DIR", data.toString()));
    long me = ProcessHandle.current().pid();
    Path file = Files.writeString(data.resolve("gateway.pid"), me + "\n");

    assertThat(GatewayPid.running(settings)).as("of one that was killed").isEmpty();
    try (var here = GatewayPid.here(settings)) {
      assertThat(here).isNotNull();
      assertThat(GatewayPid.running(settings)).map(ProcessHandle::pid).hasValue(me);
      assertThatThrownBy(() -> GatewayPid.here(settings))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("data-dir");
    }
    assertThat(file).doesNotExist();
    assertThat(GatewayPid.running(settings)).isEmpty();
  }
}
