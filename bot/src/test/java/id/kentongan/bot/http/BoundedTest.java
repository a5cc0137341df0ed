package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Bodies that are held back, at a door with room for 100 bytes of such.
@Timeout(180)
class BoundedTest {
  private final Vertx vertx = Vertx.vertx();
  private final Queue<Integer> read = new ConcurrentLinkedQueue<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final int port = serve();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whoHoldsABodyBackGivesWayToWhoComesAfter() throws Exception {
    try (Socket held = post(90, "a".repeat(60));
        Socket more = afterOne(() -> post(90, "b".repeat(60)))) {
      assertThat(answer(held)).startsWith("HTTP/1.1 503").contains("send again", "close");
      more.getOutputStream().write("b".repeat(30).getBytes(StandardCharsets.US_ASCII));
      assertThat(firstLine(more)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(read).containsExactly(90);
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() throws Exception {
    try (Socket large = post(2_000, "")) {
      assertThat(firstLine(large)).startsWith("HTTP/1.1 413");
    }
    assertThat(read).isEmpty();
  }

  @Test
  void whoSendsTooMuchStillReadsTheAnswer() throws Exception {
    // why: the answer comes first and the rest after it, as from a caller on a slow line
    try (Socket large = post(8 << 20, "")) {
      assertThat(firstLine(large)).startsWith("HTTP/1.1 413");
      large.getOutputStream().write(new byte[4 << 20]);
      large.getOutputStream().write(new byte[4 << 20]);
      assertThat(answer(large)).endsWith("{\"error\":\"too large\"}");
    }
  }

  @Test
  void whoSendsWithoutEndIsNotHeardOn() throws Exception {
    long sent = 0;
    try (Socket endless = post(900 << 20, "")) {
      assertThat(firstLine(endless)).startsWith("HTTP/1.1 413");
      byte[] part = new byte[1 << 20];
      while (sent < 900) {
        endless.getOutputStream().write(part);
        sent++;
      }
    } catch (IOException cut) {
      // what lies in the sockets' own buffers was sent too
      assertThat(sent).isBetween(LingeringClose.BYTES >> 20, (LingeringClose.BYTES >> 20) + 40);
      return;
    }
    throw new AssertionError("all of it was read");
  }

  private int serve() {
    var room = new BodyRoom(100, Duration.ofMinutes(1), System::nanoTime);
    Router router = Front.router(vertx);
    router
        .post("/")
        .handler(
            route -> {
              Bounded.read(route, 1_000, room, body -> take(route.response()::end, body));
              begun.incrementAndGet();
            });
    return vertx.createHttpServer().requestHandler(router).listen(0).await().actualPort();
  }

  private void take(Runnable answer, Buffer body) {
    read.add(body.length());
    answer.run();
  }

  /// What is done when one request is being read.
  private Socket afterOne(Callable<Socket> then) throws Exception {
    Awaitility.await().until(() -> begun.get() == 1);
    return then.call();
  }

  private Socket post(int length, String body) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n".formatted(length);
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static String firstLine(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c != '\r'; c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
