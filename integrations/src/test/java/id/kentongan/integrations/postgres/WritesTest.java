package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

class WritesTest {
  private static final String FOUND =
      "insert into organisations (name, village) values (:name, 'Tegaldlimo')";
  private static final String RENAME = "update organisations set name = :to where name = :from";
  private static final String SPOIL = "update organisations set name = null where name = :spoilt";

  private final TestDatabase test = TestDatabase.start();
  private final Writes writes = new Writes();

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void areDoneInTheirOrder() {
    writes.add(FOUND, Map.of("name", "Maju"));
    writes.add(RENAME, Map.of("from", "Maju", "to", "Mundur"));

    send();

    assertThat(test.texts("select name from organisations")).containsExactly("Mundur");
  }

  @Test
  void areNoneDoneWhenOneOfThemFails() {
    writes.add(FOUND, Map.of("name", "Maju"));
    writes.add(SPOIL, Map.of("spoilt", "Maju"));
    writes.add(RENAME, Map.of("from", "Maju", "to", "Mundur"));

    assertThatThrownBy(this::send).hasMessageContaining("null value");

    assertThat(test.count("select count(*) from organisations")).isZero();
  }

  @Test
  void endTheirTransactionThemselves() {
    writes.add(FOUND, Map.of("name", "Maju"));

    assertThat(committed()).isEqualTo(TransactionState.IDLE);

    assertThat(test.texts("select name from organisations")).containsExactly("Maju");
  }

  @Test
  void endNothingWhenOneOfThemFails() {
    writes.add(FOUND, Map.of("name", "Maju"));
    writes.add(SPOIL, Map.of("spoilt", "Maju"));

    assertThatThrownBy(this::committed).hasMessageContaining("null value");

    assertThat(test.count("select count(*) from organisations")).isZero();
  }

  @Test
  void neverTakeOneStatementsValueForAnothers() {
    writes.add(FOUND, Map.of("name", "Maju"));

    assertThatThrownBy(() -> writes.add(FOUND, Map.of("name", "Mundur")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// What the driver knows of the transaction when they are done, before it is told to end it.
  private TransactionState committed() {
    return TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  writes.commit(handle);
                  return state(handle);
                }));
  }

  private static TransactionState state(Handle handle) {
    try {
      return handle.getConnection().unwrap(BaseConnection.class).getTransactionState();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send() {
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  writes.send(handle);
                  return true;
                }));
  }
}
