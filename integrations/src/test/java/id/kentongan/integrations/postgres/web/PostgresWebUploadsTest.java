package id.kentongan.integrations.postgres.web;

import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.contract.WebUploadsContract;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.files.PostgresFiles;
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
