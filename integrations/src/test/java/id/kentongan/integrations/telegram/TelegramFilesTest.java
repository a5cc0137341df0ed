package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import id.kentongan.integrations.Download;
import id.kentongan.integrations.channel.Answer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramFilesTest {
  private static final FileRef KTP = new FileRef("AgACktp", "image/jpeg", 11);
  private static final String LINK = "GET /file/bot" + ScriptedBotApi.TOKEN + "/photos/file_1.jpg";

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedBotApi telegram = new ScriptedBotApi(vertx);
  private final TelegramChannel channel = channel(Answer.PATIENT);

  TelegramFilesTest() {
    telegram.usually("getFile", fields -> link("photos/file_1.jpg", 11));
  }

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(telegram.violations).isEmpty();
  }

  @Test
  void givesTheBytes() {
    telegram.script(LINK, bytes(200, "JPEG bytes!"));
    assertThat(read(channel.open(KTP, 1000).await())).isEqualTo("JPEG bytes!");
  }

  @Test
  void encodesThePathAsGiven() {
    telegram.script("getFile", link("documents/kartu keluarga?.pdf", 3));
    String encoded = "/documents/kartu%20keluarga%3F.pdf";
    telegram.script(LINK.replace("/photos/file_1.jpg", encoded), bytes(200, "pdf"));
    assertThat(read(channel.open(KTP, 1000).await())).isEqualTo("pdf");
  }

  @Test
  void renewsAnExpiredLinkOnce() {
    telegram.script(LINK, bytes(404, "{}"), bytes(200, "renewed"));
    assertThat(read(channel.open(KTP, 1000).await())).isEqualTo("renewed");
    assertThat(telegram.calls("getFile")).hasSize(2);

    telegram.script(LINK, bytes(404, "{}"), bytes(404, "{}"), bytes(200, "too late"));
    assertThatThrownBy(() -> channel.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
    assertThat(telegram.calls("getFile")).hasSize(4);
  }

  @Test
  void isTooLargeByEachOfThoseWhoKnow() {
    var large = new FileRef("BQACv", "video/mp4", 21 * 1024 * 1024);
    assertThatThrownBy(() -> channel.open(large, Long.MAX_VALUE).await())
        .isInstanceOf(FileTooLarge.class);
    assertThat(telegram.calls).isEmpty();

    var unsure = new FileRef("BQACv", "video/mp4", -1);
    String tooBig =
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: file is too big\"}";
    telegram.script("getFile", Answer.json(400, tooBig), link("photos/file_1.jpg", 1001));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> channel.open(unsure, 1000).await()).isInstanceOf(FileTooLarge.class);
    }
    telegram.script(LINK, bytes(200, "x".repeat(1001)));
    assertThatThrownBy(() -> channel.open(unsure, 1000).await()).isInstanceOf(FileTooLarge.class);
  }

  @Test
  void isGoneWhenTelegramKnowsNoSuchFile() {
    String wrong =
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: invalid file_id\"}";
    telegram.script("getFile", Answer.json(400, wrong));
    assertThatThrownBy(() -> channel.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
  }

  @Test
  void failsOtherwiseWithoutTheToken() {
    telegram.script("getFile", Answer.json(500, "oops"), new Answer.Cut());
    for (int i = 0; i < 2; i++) {
      assertUnanswered(channel);
    }
    telegram.script(LINK, bytes(503, "busy"), new Answer.Cut(), new Answer.Slow());
    for (int i = 0; i < 2; i++) {
      assertUnanswered(channel);
    }
    assertUnanswered(channel(Answer.HASTY));
  }

  private TelegramChannel channel(Duration patience) {
    return new TelegramChannel(
        new TelegramApi(vertx, telegram.access(), patience),
        new TelegramClock(InstantSource.system()),
        id -> Future.failedFuture("not asked for"));
  }

  private static void assertUnanswered(TelegramChannel channel) {
    assertThatThrownBy(() -> channel.open(KTP, 1000).await())
        .isInstanceOf(Download.Unanswered.class)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("ABC-def_ghi"));
  }

  private String read(ReadStream<Buffer> stream) {
    Promise<String> all = Promise.promise();
    Buffer read = Buffer.buffer();
    stream.exceptionHandler(all::fail);
    stream.endHandler(end -> all.complete(read.toString()));
    stream.handler(read::appendBuffer);
    stream.resume();
    return all.future().await();
  }

  private static Answer link(String path, long size) {
    return ScriptedBotApi.result(
        Map.of("file_id", "x", "file_unique_id", "u", "file_size", size, "file_path", path));
  }

  private static Answer bytes(int status, String body) {
    Buffer bytes = Buffer.buffer(body);
    return Answer.body(status, "application/octet-stream", bytes);
  }
}
