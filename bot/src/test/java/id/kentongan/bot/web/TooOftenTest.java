package id.kentongan.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/// Whoever asks for the web chat's page too often.
class TooOftenTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void isToldSoOnAPage() throws IOException, InterruptedException {
    try (var server = ChatServer.atOnce()) {
      HttpResponse<String> answer = page(server);
      for (int asked = 1; answer.statusCode() == 200 && asked < 500; asked++) {
        answer = page(server);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(answer.body()).contains("Tunggu sebentar", "175");
    }
  }

  private HttpResponse<String> page(ChatServer server) throws IOException, InterruptedException {
    var page = HttpRequest.newBuilder(URI.create(server.url())).build();
    return http.send(page, BodyHandlers.ofString());
  }
}
