package id.kentongan.integrations.postgres.records;

import id.kentongan.integrations.Records;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.RecordsContract;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.sample.SampleData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresRecordsTest extends RecordsContract {
  private final TestDatabase test = TestDatabase.start();
  private final Records records = test.records(clock);

  @BeforeEach
  void loadTheInventedPeople() {
    TestDatabase.await(
        new SampleData(test.database(), TestDatabase.KEY, clock, Branch.ZONE).load());
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Override
  protected Records records() {
    return records;
  }
}
