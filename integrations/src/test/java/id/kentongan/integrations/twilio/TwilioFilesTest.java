package id.kentongan.integrations.twilio;

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
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFilesTest {
  private static final String MEDIA =
      "/2010-04-01/Accounts/"
          + Posted.ACCOUNT.sid()
          + "/Messages/MM00112233445566778899aabbccddeeff"
          + "/Media/ME00000000000000000000000000000001";
  private static final FileRef KTP =
      new FileRef("https://api.twilio.com" + MEDIA, "image/jpeg", -1);
  private static final String GET = "GET /api" + MEDIA;

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedTwilio twilio = new ScriptedTwilio(vertx);
  private final TwilioFiles files = files(Answer.PATIENT);

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(twilio.violations).isEmpty();
  }

  @Test
  void givesTheBytes() {
    twilio.script(GET, bytes(200, "JPEG bytes!"));
    assertThat(read(files.open(KTP, 1000).await())).isEqualTo("JPEG bytes!");
    assertThat(twilio.calls.getFirst().authorization()).isEqualTo(Posted.ACCOUNT.basic());
  }

  @Test
  void followsOneRedirectWithoutCredentials() {
    twilio.script(GET, redirect(twilio.at("/store/x?sig=1%2F2").toString()));
    twilio.script("GET /store/x", bytes(200, "stored"));
    assertThat(read(files.open(KTP, 1000).await())).isEqualTo("stored");
    assertThat(twilio.calls.getLast().authorization()).isEmpty();
    assertThat(twilio.calls.getLast().fields().get("sig").asText()).isEqualTo("1/2");

    twilio.script(GET, redirect(twilio.at("/store/y").toString()));
    twilio.script("GET /store/y", redirect(twilio.at("/store/z").toString()));
    unanswered();
    assertThat(twilio.calls("GET /store/z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/x", "http://169.254.169.254/latest", "file:///etc/passwd", "/store/x",
        "ftp://example.org/x", "", "\\\\", "https:"
      })
  void isNotRedirectedElsewhere(String location) {
    twilio.script(GET, redirect(location));
    unanswered();
    assertThat(twilio.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"})
  void isNotRedirectedToOurOwnNetwork(String host) throws IOException {
    try (var inner = new ServerSocket(0)) {
      inner.setSoTimeout(1);
      twilio.script(GET, redirect("https://" + host + ':' + inner.getLocalPort() + "/x"));
      unanswered();
      assertThatThrownBy(inner::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/2010-04-01/x",
        "http://api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "https://api.twilio.com@evil.example/x",
        "https://u:p@api.twilio.com/x",
        "https://api.twilio.com.evil.example/x",
        "http://127.0.0.1/x",
        "file:///etc/passwd",
        "",
        "https://api.twilio.com",
        "https://api.twilio.com/a/../b",
        "https://api.twilio.com/%2e%2e/b",
        "https://api.twilio.com/a b",
        "mailto:x@api.twilio.com",
        "ME0001"
      })
  void asksForNothingElsewhere(String address) {
    var file = new FileRef(address, "image/jpeg", -1);
    assertThatThrownBy(() -> files.open(file, 1000).await()).isInstanceOf(FileGone.class);
    assertThat(files.forget(file).await()).isEqualTo(Copy.STAYS);
    assertThat(twilio.calls).isEmpty();
  }

  @Test
  void isTooLargeByTwiliosWord() {
    twilio.script(GET, bytes(200, "x".repeat(1001)));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileTooLarge.class);
  }

  @Test
  void isGoneWhenTwilioHasItNoMore() {
    twilio.script(GET, bytes(404, "{}"));
    assertThatThrownBy(() -> files.open(KTP, 1000).await()).isInstanceOf(FileGone.class);
  }

  @Test
  void failsOtherwiseWithoutTheAddress() {
    twilio.script(GET, bytes(500, "oops"), bytes(401, ""), new Answer.Cut(), new Answer.Slow());
    for (int i = 0; i < 3; i++) {
      unanswered();
    }
    unanswered(files(Answer.HASTY));
  }

  @Test
  void deletesTheCopyAtTwilio() {
    var body = Buffer.buffer();
    twilio.script("DELETE Media", Answer.body(204, "text/plain", body), new Answer.Cut());
    assertThat(files.forget(KTP).await()).isEqualTo(Copy.GONE);
    assertThat(files.forget(KTP).await()).as("no answer").isEqualTo(Copy.OWED);
    files.forget(KTP).await();
    assertThat(twilio.calls("DELETE Media")).hasSize(3);
  }

  private void unanswered() {
    unanswered(files);
  }

  private static void unanswered(TwilioFiles files) {
    assertThatThrownBy(() -> files.open(KTP, 1000).await())
        .isInstanceOf(Download.Unanswered.class)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("Accounts", "a-token"));
  }

  private TwilioFiles files(Duration patience) {
    URI api = twilio.at("/api");
    var addresses = new TwilioAddresses(api, api, api);
    return new TwilioFiles(new TwilioApi(vertx, Posted.ACCOUNT, addresses, patience));
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

  private static Answer redirect(String location) {
    var answer = (Answer.Body) bytes(307, "");
    answer.headers().set("Location", location);
    return answer;
  }

  private static Answer bytes(int status, String body) {
    return Answer.body(status, "application/octet-stream", Buffer.buffer(body));
  }
}
