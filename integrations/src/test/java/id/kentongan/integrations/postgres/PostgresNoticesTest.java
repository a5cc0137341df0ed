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
    for (int i = 0; i < 5; i++) {
      putWhatWeDoNotKnow(who);
    }
    put(who, new Notice.OfficerSaid("sugeng siang"));
    putWhatWeDoNotKnow(who);
    put(who, new Notice.OfficerSaid("matur nuwun"));
    put(who, new Notice.OfficerSaid("monggo"));

    assertThat(TestDatabase.await(notices.waiting(0, 2)))
        .as("more of them than are read at once")
        .extracting(Notices.Waiting::notice)
        .containsExactly(
            new Notice.OfficerSaid("sugeng siang"), new Notice.OfficerSaid("matur nuwun"));
    assertThat(TestDatabase.await(notices.waiting(0, 10))).hasSize(3);
  }

  @Test
  void whatNobodyCanOpenHoldsNothingUp() {
    var broken = TestTalks.someone();
    var lost = TestTalks.someone();
    put(broken, new Notice.OfficerSaid("sugeng siang"));
    spoil("update notices set body = '\\x0102'");
    assertThat(TestDatabase.await(notices.waiting(0, 10))).isEmpty();
    put(lost, new Notice.OfficerSaid("sugeng sonten"));
    spoil("update person_keys set wrapped = '\\x0102' where owner like 'talk/%'");
    put(TestTalks.someone(), new Notice.OfficerSaid("matur nuwun"));

    assertThat(TestDatabase.await(notices.waiting(0, 10)))
        .extracting(Notices.Waiting::notice)
        .containsExactly(new Notice.OfficerSaid("matur nuwun"));
  }

  private void spoil(String statement) {
    TestDatabase.await(test.database().transact(handle -> handle.execute(statement)));
  }

  private void putWhatWeDoNotKnow(ConversationId who) {
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  long talk = new Talks(keys).of(handle, who).id();
                  byte[] body = keys.held(handle, talk).seal("notice", "{\"@\":\"Dance\"}");
                  return handle.execute(
                      "insert into notices (talk, body) values (?, ?)", talk, body);
                }));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }
}
