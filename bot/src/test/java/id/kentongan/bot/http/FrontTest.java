package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import id.kentongan.bot.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// The server as the gateway opens it, with a page that sends elsewhere by what stands in its path.
@Timeout(180)
class FrontTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean read = new AtomicBoolean();
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
    router.post("/late").handler(this::late);
    var at = new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of());
    return Front.open(vertx, router, at, 1);
  }

  /// Reads the body when its caller is gone, as doors may that first look up who it is.
  private void late(RoutingContext route) {
    route.request().pause();
    asked.set(true);
    route
        .response()
        .closeHandler(
            gone ->
                vertx.runOnContext(
                    later -> {
                      BodyHandler.create(false).handle(route);
                      read.set(true);
                    }));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 40",
        "Content-Length: 2, 2",
        "Content-Length: +2",
        "Content-Length : 2",
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Content-Length: 2\nX: y\rContent-Length: 40"
      })
  void whatHasTwoLengthsIsRefusedAndNothingBehindItIsRead(String lengths) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      send(
          socket,
          "POST /notices HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n{}GET /lists/a HTTP/1.1\r\nHost: x\r\n\r\n"
              .formatted(lengths));
      var answers = lines(socket).lines().filter(line -> line.startsWith("HTTP/")).toList();
      assertThat(answers).hasSize(1).first().asString().contains(" 400 ");
    }
  }

  /// As the program logs: Vert.x throws for each answer that such a line still waits for.
  @Test
  void whoHangsUpWithManyRequestsWritesNoLog() throws Exception {
    Logger netty =
        (Logger) LoggerFactory.getLogger("io.netty.channel.AbstractChannelHandlerContext");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    netty.setLevel(programs().getLogger(netty.getName()).getEffectiveLevel());
    netty.addAppender(lines);
    try {
      for (int i = 0; i < 5; i++) {
        hangUp("GET /lists/a HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20_000));
      }
    } finally {
      front.close();
      netty.detachAppender(lines);
      netty.setLevel(null);
    }
    assertThat(lines.list).isEmpty();
  }

  @Test
  void whoHangsUpBeforeTheBodyIsReadWritesNoLog() throws Exception {
    Logger ours = (Logger) LoggerFactory.getLogger(Front.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    ours.addAppender(lines);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      send(socket, "POST /late HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na=");
      Awaitility.await().untilTrue(asked);
    }
    Awaitility.await().untilTrue(read);
    ours.detachAppender(lines);
    assertThat(lines.list).isEmpty();
  }

  private static LoggerContext programs() throws JoranException {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var reader = new JoranConfigurator();
    reader.setContext(context);
    reader.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    return context;
  }

  private void hangUp(String requests) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      socket.setSoLinger(true, 0);
      send(socket, requests);
    } catch (IOException cut) {
      // then it was heard no longer
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
