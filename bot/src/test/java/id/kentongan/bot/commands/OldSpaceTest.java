package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OldSpaceTest {
  @Test
  void whatGrewOldAndDiedIsClearedLongBeforeTheHeapIsFull() throws Exception {
    var load =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Xmn48m",
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(load.waitFor()).as(told).isZero();
  }

  /// Makes 300 MB, of which 20 MB live at a time, and waits until no more than a bit is there.
  static final class Load {
    private static final int PIECE = 16 << 10;

    private Load() {}

    public static void main(String[] none) {
      OldSpace.keepSmall();
      var living = new ArrayDeque<byte[]>();
      for (int made = 0; made < 300 << 20; made += PIECE) {
        living.add(new byte[PIECE]);
        if (living.size() * PIECE > 20 << 20) {
          living.remove();
        }
      }
      Awaitility.await().until(() -> used() < 100 << 20);
    }

    private static long used() {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
