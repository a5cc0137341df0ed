package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.NoticesContract;
import org.junit.jupiter.api.AfterEach;

class PostgresNoticesTest extends NoticesContract {
  private final TestDatabase test = TestDatabase.start();
  private final PostgresNotices notices = new PostgresNotices(test.database(), TestDatabase.KEY);
  private final Keyring keys = new Keyring(TestDatabase.KEY);

  @Override
  protected Notices notices() {
    return notices;
  }

  @Override
  protected void put(ConversationId to, Notice notice) {
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  long talk = new Talks(keys).of(handle, to).id();
                  new NoticeBoard(keys).put(handle, talk, notice);
                  return talk;
                }));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }
}
