package id.kentongan.bot.bench;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.stores.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real gateway in a process of its own, from its start until it is ready and to its clean stop.
final class Gateway implements AutoCloseable {
  /// The webhook's secret.
  static final String SECRET = "bench-secret";

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration STOPS_WITHIN = Duration.ofMinutes(3);
  private static final Duration ASK_EVERY = Duration.ofMillis(20);

  private final Process process;
  private final int port;
  private final Path log;
  private final long started = System.nanoTime();
  private Duration startTime = Duration.ZERO;

  private Gateway(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /// Runs `command` with `settings` alone (names as in the environment) and waits until it is
  /// ready. What it says is kept in `gateway.log` in `data`.
  static Gateway start(Vertx vertx, List<String> command, Path data, Map<String, String> settings) {
    int port = Ports.free();
    Path log = data.resolve("gateway.log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KENTONGAN_"));
    environment.putAll(settings);
    environment.put("KENTONGAN_HTTP_PORT", Integer.toString(port));
    environment.put("KENTONGAN_PUBLIC_URL", "http://127.0.0.1:" + port);
    try {
      var gateway = new Gateway(builder.start(), port, log);
      gateway.awaitReady(vertx);
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// From the process's start until it said that it is ready.
  Duration startTime() {
    return startTime;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(Vertx vertx) {
    var client = vertx.createHttpClient();
    try {
      while (!ready(client)) {
        vertx.timer(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS).await();
      }
      startTime = Duration.ofNanos(System.nanoTime() - started);
    } catch (RuntimeException e) {
      close();
      throw e;
    } finally {
      client.close().await();
    }
  }

  /// What its virtual machine has done so far.
  Jvm jvm(Vertx vertx) {
    var client = vertx.createHttpClient();
    var page = new RequestOptions().setHost("127.0.0.1").setPort(port).setURI("/metrics");
    try {
      return client
          .request(page)
          .compose(HttpClientRequest::send)
          .compose(response -> response.body())
          .map(body -> Jvm.of(body.toString()))
          .await();
    } finally {
      client.close().await();
    }
  }

  private boolean ready(HttpClient client) {
    if (!process.isAlive() || System.nanoTime() - started > READY_WITHIN.toNanos()) {
      throw new Refused("The gateway did not start. It said:\n" + said());
    }
    var health =
        new RequestOptions().setMethod(HttpMethod.GET).setPort(port).setURI("/health/ready");
    return client
        .request(health.setHost("127.0.0.1"))
        .compose(HttpClientRequest::send)
        .compose(response -> response.end().map(response.statusCode() == 200))
        .otherwise(false)
        .await();
  }

  private String said() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    } catch (IOException e) {
      return "(nothing)";
    }
  }
}
