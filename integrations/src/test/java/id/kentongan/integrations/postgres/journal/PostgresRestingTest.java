package id.kentongan.integrations.postgres.journal;

import id.kentongan.integrations.Resting;
import id.kentongan.integrations.contract.RestingContract;
import id.kentongan.integrations.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;

class PostgresRestingTest extends RestingContract {
  private final TestDatabase test = TestDatabase.start();

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Override
  protected Resting resting() {
    return new PostgresResting(test.database(), TestDatabase.KEY);
  }
}
