package id.kentongan.integrations.postgres;

import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.web.WebUploadsContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class PostgresWebUploadsTest extends WebUploadsContract {
  private final TestDatabase test = TestDatabase.start();
  private final PostgresWebUploads uploads =
      new PostgresWebUploads(test.database(), TestDatabase.KEY, InstantSource.system());

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Override
  protected WebUploads uploads() {
    return uploads;
  }
}
