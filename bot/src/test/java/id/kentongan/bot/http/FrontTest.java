package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server as the gateway opens it, with a page that sends elsewhere by what stands in its path.
@Timeout(180)
class FrontTest {
  private final Vertx vertx = Vertx.vertx();
  private final Front front = open();

  @AfterEach
  void close() {
    front.close();
    vertx.close().await();
  }

  private Front open() {
    Router router = Front.router(vertx);
    router
        .get("/lists/:name")
        .handler(
            route ->
                route
                    .response()
                    .setStatusCode(303)
                    .putHeader("Location", "/lists/" + route.pathParam("name"))
                    .end());
    router
        .post("/notices")
        .handler(route -> Bounded.read(route, 1_000, body -> route.response().end()));
    var at = new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of());
    return Front.open(vertx, router, at, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/lists/ADD-2026-000001, 303",
    "/lists/a%20b?from=x%0d%0ay, 303",
    "/lists/x%0d%0aX-Evil:%201, 400",
    "/lists/x%7f, 400",
    "/lists/x%1B, 400",
    "/lists/x?from=%00, 400",
    "/lists/x?from=%zz, 400"
  })
  void noPathHoldsASignThatSteers(String path, int status) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      send(socket, "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path));
      assertThat(lines(socket).readLine()).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void whoAsksWhetherToGoOnIsToldAtOnce() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      send(
          socket,
          "POST /notices HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      BufferedReader answer = lines(socket);
      assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(answer.readLine()).isEmpty();
      send(socket, "{}");
      assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static BufferedReader lines(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }
}
