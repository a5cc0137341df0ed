package id.kentongan.integrations.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The embedded stores in a program of their own, as this user and, where that is root, as an
/// ordinary one too.
class EmbeddedStoresTest {
  private static Path jars = Path.of("");

  static Stream<String> users() {
    String me = System.getProperty("user.name");
    return me.equals("root") ? Stream.of(me, "nobody") : Stream.of(me);
  }

  @BeforeAll
  static void copyClasses() throws Exception {
    jars = Files.createTempDirectory("kentongan-jars");
    RunningStores.copyClasses(jars);
  }

  @AfterAll
  static void removeClasses() throws Exception {
    Programs.remove(jars);
  }

  @ParameterizedTest
  @MethodSource("users")
  void aStoreThatDiesIsStartedAgainWithItsData(String user) throws Exception {
    Path data = folderOf(user);
    try (RunningStores stores = RunningStores.start(user, data, jars)) {
      stores.write("before");
      stores.killServer("redis-server");
      stores.killServer("postgres -D");
      await().ignoreExceptions().until(() -> stores.inRedis().equals("before"));
      await().ignoreExceptions().until(() -> stores.inPostgres().equals("before"));
    } finally {
      Programs.remove(data);
    }
  }

  @ParameterizedTest
  @MethodSource("users")
  void aKilledProgramLeavesNothingBehindButTheData(String user) throws Exception {
    Path data = folderOf(user);
    try {
      try (RunningStores stores = RunningStores.start(user, data, jars)) {
        stores.write("before");
      }
      try (RunningStores stores = RunningStores.start(user, data, jars)) {
        assertThat(stores.inRedis()).isEqualTo("before");
        assertThat(stores.inPostgres()).isEqualTo("before");
      }
    } finally {
      Programs.remove(data);
    }
  }

  @Test
  void aStoreWhoseWatcherDiesIsStoppedAndStartedAgain() throws Exception {
    String user = System.getProperty("user.name");
    Path data = folderOf(user);
    try (RunningStores stores = RunningStores.start(user, data, jars)) {
      stores.write("before");
      List<ProcessHandle> below = stores.killWatcher("redis-server");
      await().until(() -> below.stream().noneMatch(ProcessHandle::isAlive));
      await().ignoreExceptions().until(() -> stores.inRedis().equals("before"));
    } finally {
      Programs.remove(data);
    }
  }

  private static Path folderOf(String user) throws Exception {
    Path data = Files.createTempDirectory("kentongan-data");
    Files.setOwner(
        data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    return data;
  }
}
