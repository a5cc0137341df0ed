package id.kentongan.integrations.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final MasterKey ZEROS = MasterKey.of(new byte[32]);
  @TempDir Path folder = Path.of("");

  /// What was written under a key must be readable for ever: these never change.
  @Test
  void derivesTheSameForEver() {
    assertThat(ZEROS.fingerprint()).isEqualTo("99979838831d9f40");
  }

  @Test
  void wrapsAndUnwrapsAndRefusesAnotherKeysWork() {
    DataKey data = DataKey.random(RANDOM);
    byte[] wrapped = data.wrapped(ZEROS);
    byte[] sealed = data.seal(new byte[] {1, 2, 3}, "x");

    assertThat(wrapped).hasSize(61);
    assertThat(DataKey.unwrap(ZEROS, wrapped).open(sealed, "x")).containsExactly(1, 2, 3);
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 1);
    assertThatThrownBy(() -> MasterKey.of(ones).unwrap(wrapped)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void isCreatedForItsOwnerOnlyAndReadBack() throws IOException {
    Path file = folder.resolve("master.key");
    MasterKey created = MasterKey.loadOrCreate(file, RANDOM);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKey.load(file).fingerprint()).isEqualTo(created.fingerprint());
    assertThat(MasterKey.loadOrCreate(file, RANDOM).fingerprint()).isEqualTo(created.fingerprint());
    assertThat(Files.readString(file)).doesNotContain(created.fingerprint());
  }

  @Test
  void refusesWhatIsNotAKey() throws IOException {
    Path missing = folder.resolve("missing");
    Path broken = Files.writeString(folder.resolve("broken"), "rahasia");
    Path shorter = Files.writeString(folder.resolve("short"), "00ff");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, (byte) 0xc3, 7});

    assertThatThrownBy(() -> MasterKey.load(missing))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("privacy.key-file");
    assertThatThrownBy(() -> MasterKey.load(broken))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("rahasia");
    assertThatThrownBy(() -> MasterKey.load(bytes))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("64 hexadecimal digits");
    assertThatThrownBy(() -> MasterKey.load(shorter)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> MasterKey.load(folder)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void saysThatEverybodyMayReadIt() throws IOException {
    Path file = folder.resolve("master.key");
    MasterKey.loadOrCreate(file, RANDOM);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(KeyFile.exposed(file)).isEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(KeyFile.exposed(file)).as("its group is the operator's choice").isEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(KeyFile.exposed(file))
        .hasValueSatisfying(it -> assertThat(it).contains("chmod 600 " + file));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThat(KeyFile.exposed(file)).as("nobody else comes there").isEmpty();
    assertThat(KeyFile.exposed(folder.resolve("none"))).isEmpty();
  }

  @Test
  void leavesASecretOfAContainerToThoseWhoSeeItsFolders() throws IOException {
    Path file = folder.resolve("master-key");
    MasterKey.loadOrCreate(file, RANDOM);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path mounts = folder.resolve("mountinfo");
    String line = "36 25 0:32 /home/desa/master.key %s ro,relatime - ext4 /dev/vda rw\n";

    Files.writeString(mounts, line.formatted(folder));
    assertThat(KeyFile.exposed(file, mounts)).isPresent();
    Files.writeString(mounts, line.formatted("/") + line.formatted(file.toRealPath()));
    assertThat(KeyFile.exposed(file, mounts)).isEmpty();
    assertThat(KeyFile.exposed(file, folder.resolve("none"))).isPresent();
  }

  @Test
  void refusesStoresWrittenUnderAnotherKey() {
    ZEROS.mustMatch(ZEROS.fingerprint());
    assertThatThrownBy(() -> ZEROS.mustMatch("0123456789abcdef"))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("not the one the stores were written with");
  }
}
