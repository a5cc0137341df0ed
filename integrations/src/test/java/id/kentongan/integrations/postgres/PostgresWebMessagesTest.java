package id.kentongan.integrations.postgres;

import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.web.WebMessagesContract;
import org.junit.jupiter.api.AfterEach;

class PostgresWebMessagesTest extends WebMessagesContract {
  private final TestDatabase test = TestDatabase.start();
  private final PostgresWebMessages messages =
      new PostgresWebMessages(test.database(), TestDatabase.KEY);

  @AfterEach
  void disconnect() {
    messages.close();
    test.close();
  }

  @Override
  protected WebMessages messages() {
    return messages;
  }
}
