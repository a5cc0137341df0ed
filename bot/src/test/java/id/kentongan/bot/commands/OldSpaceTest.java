package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OldSpaceTest {
  @Test
  void whatGrewOldAndDiedIsClearedAgainAndAgainBeforeTheHeapIsFull() throws Exception {
    var load =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Xmn48m",
                "-Xlog:gc",
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(load.waitFor()).as(told).isZero();
    assertThat(told).contains("Pause Full (System.gc())").doesNotContain("Pause Full (Alloc");
  }

  /// Keeps making pieces of which 20 MB live at a time, until the old space was cleared twice more.
  static final class Load {
    private static final int PIECE = 16 << 10;
    private static final ArrayDeque<byte[]> LIVING = new ArrayDeque<>();

    private Load() {}

    public static void main(String[] none) {
      OldSpace.keepSmall();
      long before = cleared();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                make(10 << 20);
                return cleared() >= before + 2;
              });
    }

    private static void make(int bytes) {
      for (int made = 0; made < bytes; made += PIECE) {
        LIVING.add(new byte[PIECE]);
        if (LIVING.size() * PIECE > 20 << 20) {
          LIVING.remove();
        }
      }
    }

    private static long cleared() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> collector.getName().equals("MarkSweepCompact"))
          .mapToLong(GarbageCollectorMXBean::getCollectionCount)
          .sum();
    }
  }
}
