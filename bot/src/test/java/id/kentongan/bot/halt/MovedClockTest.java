package id.kentongan.bot.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {
  private static final InstantSource MACHINE =
      InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));

  @TempDir private Path folder;

  @Test
  void onlyWhatChaosMadeHasAnotherClock() throws Exception {
    Path marker = folder.resolve("made-by-chaos");
    assertThat(MovedClock.of(marker, MACHINE)).isSameAs(MACHINE);
    Files.createFile(marker);
    assertThat(MovedClock.of(marker, MACHINE)).isSameAs(MACHINE);
  }

  @Test
  void itJumpsAsTheFileSays() throws Exception {
    Path file = Files.writeString(folder.resolve("clock"), "3600000");
    Path marker = Files.writeString(folder.resolve("made-by-chaos"), file.toString());
    InstantSource clock = MovedClock.of(marker, MACHINE);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T03:00:00Z"));

    Files.writeString(file, "-1000");
    await().until(() -> clock.instant().equals(Instant.parse("2026-11-20T01:59:59Z")));

    Files.delete(file);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T01:59:59Z"));
  }
}
