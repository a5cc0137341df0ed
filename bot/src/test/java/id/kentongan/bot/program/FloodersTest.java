package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody sends a thousand messages at once, another address asks for pages without end: each of
/// them is slowed, and nobody else notices.
@Timeout(180)
class FloodersTest {
  private static final int BURST = 30;
  private static final int MANY = 1_000;
  private static final long FLOODER = 666;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final AtomicInteger updates = new AtomicInteger(5_000);

  @Test
  void aFloodSlowsTheFlooderAlone(@TempDir Path folder) throws Exception {
    try (var telegram = new TelegramStub();
        Wiring wiring = new Program(folder, telegram, "webhook").start()) {
      var flood =
          CompletableFuture.runAsync(
              () ->
                  IntStream.range(0, MANY)
                      .parallel()
                      .forEach(i -> assertThat(say(wiring, FLOODER, "halo " + i)).isTrue()));
      for (long person = 1; person <= 10; person++) {
        assertThat(say(wiring, person, "berapa iuran petani")).isTrue();
      }
      for (long person = 1; person <= 10; person++) {
        long chat = person;
        Awaitility.await().until(() -> telegram.saidIn(chat).toString().contains("Rp"));
      }
      flood.join();
      assertThat(telegram.saidIn(FLOODER)).hasSizeLessThan(4 * BURST);
      assertThat(telegram.saidIn(1).toString()).doesNotContain("terlalu");
    }
  }

  @Test
  void anAddressThatAsksWithoutEndIsSlowedAlone(@TempDir Path folder) throws Exception {
    try (var telegram = new TelegramStub();
        Wiring wiring = new Program(folder, telegram, "webhook").start()) {
      var told = new ArrayList<HttpResponse<String>>();
      while (told.size() < 3 * MANY
          && told.stream().noneMatch(answer -> answer.statusCode() == 429)) {
        IntStream.range(0, 50)
            .mapToObj(i -> HTTP.sendAsync(page(wiring, "203.0.113.9"), BodyHandlers.ofString()))
            .toList()
            .forEach(answer -> told.add(answer.join()));
      }
      assertThat(told).anyMatch(answer -> answer.statusCode() == 429);
      HttpResponse<String> slowed =
          told.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
      assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
      assertThat(HTTP.send(page(wiring, "203.0.113.10"), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      assertThat(say(wiring, 1, "halo")).isTrue();
      whoHoldsBodiesBackGivesWay(wiring);
    }
  }

  private void whoHoldsBodiesBackGivesWay(Wiring wiring) throws IOException {
    byte[] head =
        "POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    var held = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 15; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), wiring.port());
        held.add(socket);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(head);
        socket.getOutputStream().write(new byte[2_900_000]);
      }
      byte[] answer = held.getFirst().getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
      assertThat(say(wiring, 2, "halo")).isTrue();
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static HttpRequest page(Wiring wiring, String from) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wiring.port() + "/"))
        .header("X-Forwarded-For", from)
        .build();
  }

  private boolean say(Wiring wiring, long who, String text) {
    int id = updates.incrementAndGet();
    var person = new JsonObject().put("id", who).put("is_bot", false).put("first_name", "Budi");
    var message =
        new JsonObject()
            .put("message_id", id)
            .put("date", Instant.parse("2026-11-20T02:00:00Z").getEpochSecond())
            .put("text", text)
            .put("from", person)
            .put("chat", new JsonObject().put("id", who).put("type", "private"));
    return Program.post(
        wiring.port(), new JsonObject().put("update_id", id).put("message", message));
  }
}
