package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.contract.NoticesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  @Test
  void whatANewerProgramWroteHoldsNothingUp() {
    var who = TestTalks.someone();
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  long talk = new Talks(keys).of(handle, who).id();
                  byte[] body = keys.held(handle, talk).seal("notice", "{\"@\":\"Dance\"}");
                  return handle.execute(
                      "insert into notices (talk, body) values (?, ?)", talk, body);
                }));
    put(who, new Notice.OfficerSaid("sugeng siang"));

    assertThat(TestDatabase.await(notices.waiting(10)))
        .extracting(Notices.Waiting::notice)
        .containsExactly(new Notice.OfficerSaid("sugeng siang"));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }
}
