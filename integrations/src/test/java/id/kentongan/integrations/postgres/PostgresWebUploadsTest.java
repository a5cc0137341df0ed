package id.kentongan.integrations.postgres;

import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.contract.WebUploadsContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresWebUploadsTest extends WebUploadsContract {
  private static TestDatabase database;
  private static WebUploads uploads;

  @BeforeAll
  static void start() {
    database = TestDatabase.start();
    InstantSource clock = InstantSource.system();
    var files = new PostgresFiles(database.database(), TestDatabase.KEY, clock);
    uploads = new PostgresWebUploads(database.database(), files, TestDatabase.KEY, clock);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Override
  protected WebUploads uploads() {
    return uploads;
  }
}
