package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.kentongan.integrations.stores.Account;
import id.kentongan.integrations.stores.Place;
import id.kentongan.integrations.stores.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedPostgresTest {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  /// The data folder is reachable by its owner alone, as `/root` is.
  private static Path lockedFolder() throws Exception {
    return Files.createTempDirectory(
        "kentongan-locked",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  @ParameterizedTest
  @EnumSource(
      value = Account.class,
      names = {"NAMESPACE", "NOBODY"})
  void rootKeepsItsDataWhicheverAccountTheMachineAllows(Account account) throws Exception {
    assumeTrue(ROOT, "only root has these accounts");
    Path data = lockedFolder();
    Place place = Place.of(data, "postgres", account);
    try {
      assertThat(place.folder().startsWith(data)).isEqualTo(account == Account.NAMESPACE);
      for (String statement : List.of("create table kept (n int)", "insert into kept values (1)")) {
        try (var postgres = EmbeddedPostgres.start(place, false)) {
          execute(postgres, statement);
        }
      }
    } finally {
      Programs.remove(
          place.folder().startsWith(data) ? data : place.folder().resolve("..").normalize());
      Files.deleteIfExists(data);
    }
  }

  @Test
  void filesPutIntoASystemFolderAreFoundThereByEveryLaterStart() throws Exception {
    assumeTrue(ROOT, "only root has these accounts");
    Path data = lockedFolder();
    Place first = Place.of(data, "postgres", Account.NOBODY);
    try {
      assertThat(Place.of(data, "postgres", Account.NAMESPACE).folder()).isEqualTo(first.folder());
    } finally {
      Programs.remove(first.folder().resolve("..").normalize());
      Files.delete(data);
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
