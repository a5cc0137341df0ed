package id.kentongan.integrations.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Download;
import id.kentongan.integrations.channel.Answer;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFilesTest {
  private static final FileRef KTP = new FileRef("1479537139650973", "image/jpeg", -1);

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedMeta meta = new ScriptedMeta(vertx);
  private final CloudFiles files = new CloudFiles(meta.api(vertx, Answer.PATIENT));

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(meta.violations).isEmpty();
  }

  @Test
  void givesTheBytes() {
    meta.script("GET media", link(meta.at("/store?mid=1&hash=x%2F").toString(), 11));
    meta.script("GET /store", bytes(200, "JPEG bytes!"));
    assertThat(read(files.open(KTP, 1000).await())).isEqualTo("JPEG bytes!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/x",
        "https://evil.example/x",
        "https://lookaside.fbsbx.com.evil.example/x",
        "https://lookaside.fbsbx.com@evil.example/x",
        "https://evilfbsbx.com/x",
        "http://127.0.0.1/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "",
        "\\\\",
        "https:"
      })
  void showsTheTokenToNobodyElse(String address) {
    meta.script("GET media", link(address, 11));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
    assertThat(meta.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../me", "1/2", "1?fields=x", "https://example.org/1", "١٢"})
  void asksForNothingElse(String handle) {
    var file = new FileRef(handle, "image/jpeg", -1);
    assertThatThrownBy(() -> files.open(file, 1000).await()).isInstanceOf(FileGone.class);
    assertThat(files.forget(file).await()).isEqualTo(Copy.STAYS);
    assertThat(meta.calls).isEmpty();
  }

  @Test
  void isTooLargeByMetasWordOrByTheBytes() {
    meta.script("GET media", link(meta.at("/store").toString(), 1001));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileTooLarge.class);
    meta.script("GET media", link(meta.at("/store").toString(), 0));
    meta.script("GET /store", bytes(200, "x".repeat(1001)));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileTooLarge.class);
  }

  @Test
  void isGoneWhenMetaHasItNoMore() {
    meta.script("GET media", Answer.json(400, "{\"error\":{\"code\":100}}"));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
    meta.script("GET media", link(meta.at("/store").toString(), 11));
    meta.script("GET /store", bytes(404, ""));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
  }

  @Test
  void failsOtherwiseWithoutTheAddress() {
    meta.script(
        "GET media",
        Answer.json(401, "{\"error\":{\"code\":190}}"),
        Answer.json(500, ""),
        new Answer.Cut(),
        new Answer.Slow());
    for (int i = 0; i < 3; i++) {
      unanswered(files);
    }
    unanswered(new CloudFiles(meta.api(vertx, Answer.HASTY)));
  }

  private static void unanswered(CloudFiles files) {
    assertThatThrownBy(() -> files.open(KTP, 1000).await())
        .isInstanceOf(Download.Unanswered.class)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("1479537139650973", "a-token"));
  }

  @Test
  void deletesTheCopyAtMeta() {
    meta.script("DELETE media", Answer.json(200, "{\"success\":true}"), new Answer.Cut());
    assertThat(files.forget(KTP).await()).isEqualTo(Copy.GONE);
    assertThat(files.forget(KTP).await()).as("no answer").isEqualTo(Copy.OWED);
    files.forget(KTP).await();
    assertThat(meta.calls("DELETE media")).hasSize(3);
  }

  private static Answer link(String url, int size) {
    return Answer.json(
        200,
        "{\"url\":\"%s\",\"mime_type\":\"image/jpeg\",\"file_size\":%d}"
            .formatted(url.replace("\\", "\\\\"), size));
  }

  private static Answer bytes(int status, String body) {
    return Answer.body(status, "application/octet-stream", Buffer.buffer(body));
  }

  private static String read(ReadStream<Buffer> stream) {
    Promise<String> all = Promise.promise();
    Buffer read = Buffer.buffer();
    stream.exceptionHandler(all::fail);
    stream.endHandler(end -> all.complete(read.toString()));
    stream.handler(read::appendBuffer);
    stream.resume();
    return all.future().await();
  }
}
