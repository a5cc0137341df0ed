package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.stores.Ports;
import id.kentongan.integrations.stores.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {
  private static final DatabaseUrl URL =
      new DatabaseUrl("jdbc:postgresql://db.example:5432/k?password=geheim", "kent", "geheim");
  private final String there = Stores.newDatabase();

  @Test
  void aWrongPassword() {
    refused(
        there.replaceFirst("password=.*", "password=geheim"), "database.password: ", "does not");
  }

  @Test
  void aDatabaseThatIsNotThere() {
    refused(
        there.replaceFirst("/test\\d+", "/nowhere"), "database.url: there is no such", "createdb");
  }

  @Test
  void aUserWhoMayMakeNoTables() throws SQLException {
    sql("create role guest login password 'geheim'");
    refused(
        there.replaceFirst("user=.*", "user=guest&password=geheim"),
        "database.user: ",
        "permission denied for schema public",
        "owner");
  }

  @Test
  void aUserWhoMayNotEnter() throws SQLException {
    sql("create role outsider nologin password 'geheim'");
    refused(
        there.replaceFirst("user=.*", "user=outsider&password=geheim"),
        "database.user: ",
        "not permitted to log in");
  }

  @Test
  void noConnectionLeft() throws SQLException {
    sql("create role crowded login password 'geheim' connection limit 0");
    refused(
        there.replaceFirst("user=.*", "user=crowded&password=geheim"), "max_connections", "limit");
  }

  @Test
  void aNameThatNobodyHas() {
    refused("jdbc:postgresql://nobody.invalid/k?password=geheim", "database.url: no machine");
  }

  @Test
  void nobodyListens() {
    refused("jdbc:postgresql://127.0.0.1:" + Ports.free() + "/k", "database.url: nothing listens");
  }

  @Test
  void somebodyListensAndSaysNothing() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refused(
          "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/k?loginTimeout=1",
          "database.url: no answer from");
    }
  }

  @Test
  void noTlsWhereItIsAskedFor() {
    refused(there + "&sslmode=require", "database.url: ", "SSL");
  }

  @ParameterizedTest
  @CsvSource({
    "53100, the disk of",
    "25006, standby",
    "57P03, wait for it",
    "53200, no memory",
  })
  void whatTheServerSaysLater(String state, String told) {
    var failure = new IllegalStateException(new SQLException("ERROR: geheim row", state));
    assertThat(DatabaseTrouble.told(failure, URL).orElseThrow())
        .contains(told, "db.example")
        .doesNotContain("geheim");
  }

  @Test
  void whatIsAProgramsOwnFaultIsNoTrouble() {
    var failure = new IllegalStateException(new SQLException("ERROR: twice", "23505"));
    assertThat(DatabaseTrouble.told(failure, URL)).isEmpty();
  }

  @Test
  void isOverOnceWeAreLetInAndSoonWhereItOnlyRefused() {
    var nanos = new AtomicLong();
    var trouble = new DatabaseTrouble(URL, nanos::get);
    trouble.failed(new ConnectionException(new SQLException("no", "53300")));
    assertThat(trouble.now()).isPresent();
    trouble.went();
    assertThat(trouble.now()).isEmpty();

    trouble.failed(new IllegalStateException(new SQLException("no", "53100")));
    trouble.went();
    assertThat(trouble.now()).isPresent();
    nanos.addAndGet(21_000_000_000L);
    assertThat(trouble.now()).isEmpty();
  }

  private void sql(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(there);
        var statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }

  private static void refused(String url, String... told) {
    assertThatThrownBy(() -> Database.start(DatabaseUrl.parse(url, null, null), TestDatabase.KEY))
        .isInstanceOf(Unreachable.class)
        .hasMessageContainingAll(told)
        .hasMessageNotContaining("geheim");
  }
}
