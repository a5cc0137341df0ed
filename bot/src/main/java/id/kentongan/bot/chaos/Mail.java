package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Brings what people write to the gateways, as the platforms do: to any of them, again when it was
/// not taken, now and then twice, and sometimes without waiting for the answer. Used on one event
/// loop.
final class Mail {
  private static final int CONNECTIONS = 100;
  private static final long PATIENCE_SECONDS = 15;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final int LATEST_REPEAT_MILLIS = 3_000;
  private static final int TRIES = 6;

  private final Vertx vertx;
  private final List<Node> nodes;
  private final Random random;
  private final HttpClient client;
  private final Consumer<Letter> taken;
  private final Consumer<Letter> lost;
  int posted;
  int repeated;
  int cut;
  int refused;

  /// `taken` and `lost` get each letter once.
  Mail(
      Vertx vertx, List<Node> nodes, Random random, Consumer<Letter> taken, Consumer<Letter> lost) {
    this.vertx = vertx;
    this.nodes = nodes;
    this.random = random;
    this.taken = taken;
    this.lost = lost;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /// Brings a letter until it is taken, or its platform gives up.
  void bring(Letter letter) {
    posted++;
    attempt(letter, 1);
    if (random.nextInt(20) == 0) {
      repeat(letter, 1);
    }
  }

  /// Brings a report, twice at most.
  void report(Posted report) {
    send(report).onFailure(first -> send(report));
  }

  private void attempt(Letter letter, int tries) {
    if (random.nextInt(100) == 0) {
      cut++;
      cut(letter.posted);
      vertx.setTimer(pause(tries), due -> attempt(letter, tries + 1));
      return;
    }
    send(letter.posted)
        .onSuccess(done -> taken(letter))
        .onFailure(
            failed -> {
              if (letter.from.platform.insists() || tries < TRIES) {
                vertx.setTimer(pause(tries), due -> attempt(letter, tries + 1));
              } else {
                letter.dropped = true;
                lost.accept(letter);
              }
            });
  }

  private void taken(Letter letter) {
    if (!letter.acknowledged) {
      letter.acknowledged = true;
      letter.taken = System.nanoTime();
      taken.accept(letter);
      if (random.nextInt(12) == 0) {
        repeat(letter, 1 + random.nextInt(LATEST_REPEAT_MILLIS));
      }
    }
  }

  /// The same again, whatever becomes of it.
  private void repeat(Letter letter, long millis) {
    repeated++;
    vertx.setTimer(millis, due -> send(letter.posted));
  }

  private Future<Void> send(Posted post) {
    return request(post)
        .compose(
            request ->
                request
                    .send(post.body())
                    .compose(response -> response.end().map(response.statusCode()))
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .onFailure(lost -> request.reset()))
        .compose(
            status -> {
              if (status == 200) {
                return Future.succeededFuture();
              }
              refused++;
              return Future.failedFuture("status " + status);
            });
  }

  /// The gateway hears it, but its answer is not waited for.
  private void cut(Posted post) {
    request(post)
        .onSuccess(
            request -> {
              request.send(post.body()).onFailure(cut -> {});
              vertx.setTimer(1 + random.nextInt(5), soon -> request.reset());
            });
  }

  private Future<io.vertx.core.http.HttpClientRequest> request(Posted post) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(nodes.get(random.nextInt(nodes.size())).port)
            .setURI(post.path())
            .setConnectTimeout(1_000);
    post.headers().forEach(options::putHeader);
    return client.request(options);
  }

  private static long pause(int tries) {
    return Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(tries, 10));
  }
}
