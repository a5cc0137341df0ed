package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.settings.Network;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Connections that somebody opens and does not use, on a server with one event loop.
@Timeout(180)
class LinesTest {
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final AtomicLong now = new AtomicLong();
  private final Queue<HttpServerRequest> asked = new ConcurrentLinkedQueue<>();
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    vertx.close().await();
  }

  @Test
  void whoWritesAHeadDropByDropIsClosedAndNobodyElse() throws Exception {
    Lines lines = new Lines(100, List.of(), now::get);
    int port = serve(lines);
    Socket slow = open(port, "GET / HTTP/1.1\r\nX-A: a");
    Socket waiting = open(port, HEAD);
    await().until(() -> on(lines::size) == 2 && asked.size() == 1);
    pass(lines, 31);
    assertThat(slow.getInputStream().read()).isEqualTo(-1);
    await().until(() -> on(lines::size) == 1);

    pass(lines, 3_600);
    loop.runOnContext(answer -> asked.remove().response().end("late"));
    await().until(() -> waiting.getInputStream().available() > 0);
    pass(lines, 1);
    pass(lines, 119);
    assertThat(on(lines::size)).isEqualTo(1);
    pass(lines, 2);
    await().until(() -> on(lines::size) == 0);
  }

  @Test
  void aRequestThatNeverEndsIsClosed() throws Exception {
    Lines lines = new Lines(100, List.of(), now::get);
    open(serve(lines), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na");
    await().until(() -> asked.size() == 1);
    pass(lines, 599);
    assertThat(on(lines::size)).isEqualTo(1);
    pass(lines, 2);
    await().until(() -> on(lines::size) == 0);
  }

  @Test
  void oneAddressHasAQuarterAndAProxyHasAll() throws Exception {
    Lines strangers = new Lines(8, List.of(), now::get);
    int port = serve(strangers);
    opened(port, 3);
    assertThat(sockets.get(2).getInputStream().read()).isEqualTo(-1);
    assertThat(on(strangers::size)).isEqualTo(2);
    sockets.getFirst().close();
    await().until(() -> on(strangers::size) == 1);

    Lines proxied = new Lines(8, Network.list("127.0.0.0/8").orElseThrow(), now::get);
    int behind = serve(proxied);
    sockets.clear();
    opened(behind, 9);
    assertThat(sockets.get(8).getInputStream().read()).isEqualTo(-1);
    assertThat(on(proxied::size)).isEqualTo(8);
  }

  private void opened(int port, int many) throws IOException {
    for (int i = 0; i < many; i++) {
      open(port, "");
    }
  }

  private int serve(Lines lines) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(lines::opened)
            .requestHandler(
                request -> {
                  lines.asked(request);
                  asked.add(request);
                });
    Future<HttpServer> listening =
        Future.future(done -> loop.runOnContext(go -> server.listen(0).onComplete(done)));
    return listening.await().actualPort();
  }

  private Socket open(int port, String said) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    sockets.add(socket);
    socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void pass(Lines lines, long seconds) throws Exception {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    on(
        () -> {
          lines.look();
          return true;
        });
  }

  private <T> T on(Callable<T> asked) throws Exception {
    Future<T> answer =
        Future.future(
            done ->
                loop.runOnContext(
                    go -> {
                      try {
                        done.complete(asked.call());
                      } catch (Exception e) {
                        done.fail(e);
                      }
                    }));
    return answer.await();
  }
}
