package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.Wiring;
import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Both stores and the server itself behind TLS with a certificate of our own making.
@Timeout(180)
class TlsTest {
  @Test
  void speaksTlsToTheStoresAndAsAServer(@TempDir Path folder) throws Exception {
    SelfMade certificate = SelfMade.in(folder);
    String redis = Stores.newRedis();
    String database = Stores.newDatabase();
    Vertx vertx = Vertx.vertx();
    try (var telegram = new TelegramStub();
        var redisTunnel = new Tunnel(vertx, certificate, port(redis), false);
        var databaseTunnel = new Tunnel(vertx, certificate, port(database), true)) {
      String through = moved(database, databaseTunnel.port());
      String proved =
          through
              + (through.contains("?") ? "&" : "?")
              + "sslmode=verify-full&sslrootcert="
              + certificate.certificate();
      var program =
          new Program(folder, telegram, "webhook")
              .with("REDIS_URI", moved(redis, redisTunnel.port()).replace("redis:", "rediss:"))
              .with("DATABASE_URL", proved)
              .with("HTTP_TLS_CERTIFICATE", certificate.certificate().toString())
              .with("HTTP_TLS_KEY", certificate.key().toString());
      assertThatThrownBy(program::start)
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("redis.uri");
      program.with("REDIS_TRUST", certificate.certificate().toString());
      program.with("DATABASE_URL", proved.replaceAll("&sslrootcert=.*", ""));
      assertThatThrownBy(program::start)
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("database.url")
          .hasMessageNotContaining("sslmode");
      program.with("DATABASE_URL", proved);
      try (Wiring wiring = program.start()) {
        assertThat(wiring.greeting().toString()).contains("https://");
        assertThat(ready(wiring.port(), certificate)).isEqualTo(200);
        assertThatThrownBy(() -> plain(wiring.port())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> untrusting(wiring.port())).isInstanceOf(IOException.class);
      }
    } finally {
      vertx.close().await();
    }
  }

  private static int ready(int port, SelfMade certificate) throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      return status(client, "https://localhost:" + port);
    }
  }

  private static int plain(int port) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return status(client, "http://localhost:" + port);
    }
  }

  private static int untrusting(int port) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return status(client, "https://localhost:" + port);
    }
  }

  private static int status(HttpClient client, String url) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url + "/health/ready")).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int port(String address) {
    return URI.create(address.replaceFirst("^jdbc:", "")).getPort();
  }

  private static String moved(String address, int port) {
    return address
        .replaceFirst(":" + port(address) + "\\b", ":" + port)
        .replace("127.0.0.1", "localhost");
  }
}
