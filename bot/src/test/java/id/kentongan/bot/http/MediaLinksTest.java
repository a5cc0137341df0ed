package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.SealedLinks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaLinksTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final MediaLinks links =
      new MediaLinks(
          "https://kentongan.example.go.id",
          new SealedLinks(MasterKey.of(new byte[32]), "media"),
          new Kept(),
          now::get);
  private final Front front = front();

  @AfterEach
  void stop() {
    front.close();
    vertx.close().await();
  }

  @Test
  void givesTheFileForAWhile() throws Exception {
    URI link = links.to(new Bubble.Attachment("7d9f", "application/pdf", "kartu \"a\"\r\n.pdf"));
    assertThat(link.toString()).startsWith("https://kentongan.example.go.id/media/");
    assertThat(link.toString()).doesNotContain("7d9f", "kartu");
    var answer = get(link.getPath());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("bytes of 7d9f");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("inline; filename=\"kartu _a___.pdf\"");
    now.set(NOON.plus(Duration.ofHours(4)));
    assertThat(get(link.getPath()).statusCode()).isEqualTo(404);
  }

  @Test
  void showsNothingThatABrowserWouldRun() throws Exception {
    var answer = get(links.to(new Bubble.Attachment("7d9f", "text/html", "a")).getPath());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void refusesAllElse() throws Exception {
    for (String token : new String[] {"x", "..%2F..%2Fetc", "a".repeat(3000)}) {
      assertThat(get("/media/" + token).statusCode()).isEqualTo(404);
    }
    assertThat(get("/media/%00").statusCode()).isEqualTo(400);
    var gone = links.to(new Bubble.Attachment("gone", "image/png", "a"));
    assertThat(get(gone.getPath()).statusCode()).isEqualTo(404);
    var away = links.to(new Bubble.Attachment("away", "image/png", "a"));
    assertThat(get(away.getPath()).statusCode()).isEqualTo(503);
  }

  private Front front() {
    Router router = Front.router(vertx);
    links.mount(router);
    return Front.open(
        vertx, router, new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of()), 2);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI at = URI.create("http://127.0.0.1:" + front.port() + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
    }
  }

  /// Files whose names say what becomes of reading them.
  private static final class Kept implements Files {
    @Override
    public Future<Files.Kept> keepMade(
        ConversationId owner, String id, String type, Buffer bytes, java.time.Instant until) {
      return Future.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public Future<Files.Kept> keep(
        ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
      return Future.failedFuture("not asked for");
    }

    @Override
    public Future<Buffer> read(String fileId) {
      return switch (fileId) {
        case "gone" -> Future.failedFuture(new NoSuchElementException("no such file"));
        case "away" -> Future.failedFuture("the store is away");
        default -> Future.succeededFuture(Buffer.buffer("bytes of " + fileId));
      };
    }
  }
}
