package id.kentongan.integrations.postgres.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.contract.WebMessagesContract;
import id.kentongan.integrations.contract.WebUploadsContract;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  @Test
  void theOldestThatNobodyFetchedGiveWay() {
    var files = new PostgresFiles(database.database(), TestDatabase.KEY, InstantSource.system());
    var narrow =
        new PostgresWebUploads(
            database.database(),
            files,
            TestDatabase.KEY,
            InstantSource.system(),
            new PostgresWebUploads.Room(1_000, 4));
    ConversationId flooder = WebMessagesContract.someone();
    for (int i = 0; i < 4; i++) {
      keep(narrow, flooder, i, 100);
    }
    assertThat(narrow.open("flood:0").await()).isNotNull();
    keep(narrow, flooder, 4, 100);
    assertGone(narrow, 0);
    assertThat(narrow.open("flood:1").await()).isNotNull();
    keep(narrow, flooder, 5, 950);
    assertGone(narrow, 4);
    assertThat(narrow.open("flood:5").await()).isNotNull();
  }

  private static void keep(WebUploads uploads, ConversationId owner, int number, int size) {
    byte[] jpeg = new byte[size];
    System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, jpeg, 0, 3);
    var bytes = Chunks.of(List.of(Buffer.buffer(jpeg)));
    uploads.keep(owner, "flood:" + number, WebUploads.Kind.PAPER, bytes, 10_000).await();
  }

  private static void assertGone(WebUploads uploads, int number) {
    assertThatThrownBy(() -> uploads.open("flood:" + number).await())
        .isInstanceOf(Channel.FileGone.class);
  }

  @Override
  protected WebUploads uploads() {
    return uploads;
  }
}
