package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the console cannot read is refused as a page, in the officers' language.
@Timeout(240)
class RefusedTest {
  private static final String LARGE = "text=" + "x".repeat(600 << 10);

  @Test
  void whatCannotBeReadIsRefusedAsAPage() {
    try (var office = new Office()) {
      String token = office.in(Role.SUPERVISOR);
      for (String path : List.of("/console/isi/tulis", "/console/masuk")) {
        page(office.bare(path, LARGE, token), 413, "terlalu besar");
      }
      page(office.get("/console/percakapan/1%00", token), 400, "belum dipahami");
      assertThat(Office.send(office.request("/api%00", token).GET()).body()).startsWith("{");
    }
  }

  @Test
  void whoAsksTooOftenIsToldSoOnAPage() {
    try (var office = Office.atOnce("")) {
      var page = HttpRequest.newBuilder(URI.create(office.url + "/console/tunggu"));
      var answers = Stream.generate(() -> Office.send(page)).limit(500);
      var refused = answers.filter(told -> told.statusCode() == 429).findFirst().orElseThrow();
      page(refused, 429, "Tunggu sebentar");
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    }
  }

  private static void page(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.body()).contains(words);
  }
}
