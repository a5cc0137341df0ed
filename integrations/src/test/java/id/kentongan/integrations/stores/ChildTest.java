package id.kentongan.integrations.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void saysThatItEnded() {
    try (var lives = new Child("lives", folder, List.of("sleep", "600"));
        var dies = new Child("dies", folder, List.of("sh", "-c", "exit 3"))) {
      await().until(() -> dies.trouble().isPresent());
      assertThat(dies.trouble().orElse(""))
          .contains("it ended with 3 and is started again", "dies.log");
      assertThat(lives.trouble()).isEmpty();
      assertThat(lives.trouble(4096).orElse("")).contains("is full (4096 bytes left)");
      lives.kill();
    }
  }

  @Test
  void saysThatItsDiskIsFull() {
    assertThat(Child.full(folder, 1L << 30)).isEqualTo(Optional.empty());
    assertThat(Child.full(folder, 4096).orElse(""))
        .isEqualTo("the disk of " + folder + " is full (4096 bytes left), make room");
  }
}
