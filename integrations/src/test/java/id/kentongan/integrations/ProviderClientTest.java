package id.kentongan.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was given up never leaves afterwards, when somebody may have sent it again already.
class ProviderClientTest {
  private static final int LARGEST = 1 << 20;

  private final Vertx vertx = Vertx.vertx();
  private final List<HttpServerRequest> arrived = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private final HttpServer platform =
      vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").await();
  private final ProviderClient client =
      new ProviderClient(vertx, Duration.ofMinutes(5), 1, LARGEST);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatWaitedTooLongForAConnectionIsNotSent() {
    Future<Exchanged> first = send("/held", Term.open());
    await().until(() -> !arrived.isEmpty());

    assertThat(send("/late", Term.open()).await()).isInstanceOf(Exchanged.Unreachable.class);

    arrived.forEach(request -> request.response().end());
    assertThat(first.await()).isInstanceOf(Exchanged.Answered.class);
    assertThat(send("/free", Term.open()).await()).isInstanceOf(Exchanged.Answered.class);
    assertThat(arrived).noneMatch(request -> request.path().equals("/late"));
  }

  @Test
  void whatHasTooLittleTimeForItsAnswerIsNotSent() {
    assertThat(send("/late", Term.in(Duration.ofSeconds(1))).await())
        .isEqualTo(new Exchanged.Unreachable("too late to send"));
    assertThat(send("/free", Term.open()).await()).isInstanceOf(Exchanged.Answered.class);
    assertThat(arrived).hasSize(1);
  }

  @Test
  void anAnswerWithoutEndIsNotReadOn() {
    assertThat(send("/endless", Term.open()).await())
        .isEqualTo(new Exchanged.Lost("its answer is too large"));
    // why: the line is let go of, so that the platform cannot go on either
    await().until(() -> ended.get() > 0);
    assertThat(send("/largest", Term.open()).await())
        .isInstanceOfSatisfying(
            Exchanged.Answered.class, told -> assertThat(told.body().length()).isEqualTo(LARGEST));
  }

  private void take(HttpServerRequest request) {
    arrived.add(request);
    if (request.path().equals("/endless")) {
      endless(request.response().setChunked(true));
      return;
    }
    if (request.path().equals("/largest")) {
      request.response().end(Buffer.buffer(new byte[LARGEST]));
      return;
    }
    if (!request.path().equals("/held")) {
      request.response().end();
    }
  }

  private void endless(HttpServerResponse response) {
    response.exceptionHandler(gone -> ended.incrementAndGet());
    response
        .write(Buffer.buffer(new byte[64 << 10]))
        .onSuccess(written -> vertx.runOnContext(next -> endless(response)));
  }

  private Future<Exchanged> send(String path, Term term) {
    var address = URI.create("http://127.0.0.1:" + platform.actualPort());
    return client.exchange(
        ProviderClient.at(address, HttpMethod.POST, path),
        Duration.ZERO,
        term,
        HttpClientRequest::send);
  }
}
