package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.oidc.ScriptedProvider;
import id.kentongan.integrations.postgres.accounts.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An officer signs in at a provider on a real socket.
class OidcDoorTest {
  private static ScriptedProvider script;
  private static Office office;

  @BeforeAll
  static void open() {
    script = new ScriptedProvider();
    office = Office.with(script.issuer());
    office.add("dimas", Role.OFFICER);
  }

  @AfterAll
  static void close() {
    office.close();
    script.close();
  }

  @Test
  void whoGaveTwoFactorsThereIsInAndOthersGiveTheSecondHere() {
    script.claims = Map.of("preferred_username", "Dimas", "amr", List.of("mfa"));
    HttpResponse<String> in = signIn();
    assertThat(in.statusCode()).isEqualTo(200);
    String token = session(in);
    assertThat(office.get("/console/tunggu", token).statusCode()).isEqualTo(200);

    script.claims = Map.of("preferred_username", "dimas");
    String half = session(signIn());
    HttpResponse<String> next = office.get("/console/tunggu", half);
    assertThat(next.statusCode()).isEqualTo(303);
    assertThat(next.headers().firstValue("Location")).contains("/console/kode");
  }

  @Test
  void whoHasNoAccountHereIsNobody() {
    script.claims = Map.of("preferred_username", "orang-lain", "amr", List.of("mfa"));
    HttpResponse<String> answer = signIn();
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("belum terdaftar");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("petugas="));
  }

  @Test
  void aNameWithAZeroIsNobodys() {
    script.claims = Map.of("preferred_username", "orang\0lain", "amr", List.of("mfa"));
    assertThat(signIn().statusCode()).isEqualTo(403);
  }

  @Test
  void aCodeThatAnotherBrowserAskedForIsRefused() {
    String kept = cookie(leave());
    String back = back(leave());
    HttpResponse<String> answer = Office.send(request(back).header("Cookie", kept).GET());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Office.send(request(back).GET()).statusCode()).isEqualTo(403);
    assertThat(Office.send(request("/console/oidc/kembali?code=x&state=").GET()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePageOffersIt() {
    assertThat(Office.send(request("/console/masuk").GET()).body()).contains("/console/oidc");
  }

  @Test
  void whoAsksTooOftenIsToldSoOnAPage() {
    try (var busy = Office.atOnce(script.issuer())) {
      var back = HttpRequest.newBuilder(URI.create(busy.url + "/console/oidc/kembali"));
      HttpResponse<String> answer = Office.send(back);
      for (int asked = 1; answer.statusCode() == 403 && asked < 500; asked++) {
        answer = Office.send(back);
      }
      tooOften(answer);
      tooOften(Office.send(HttpRequest.newBuilder(URI.create(busy.url + "/console/oidc"))));
    }
  }

  private static void tooOften(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("Tunggu");
  }

  private static HttpResponse<String> signIn() {
    HttpResponse<String> left = leave();
    return Office.send(request(back(left)).header("Cookie", cookie(left)).GET());
  }

  private static HttpResponse<String> leave() {
    HttpResponse<String> left = Office.send(request("/console/oidc").GET());
    assertThat(left.statusCode()).isEqualTo(303);
    return left;
  }

  /// Where the provider sends the browser.
  private static String back(HttpResponse<String> left) {
    String there = left.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> answer = Office.send(HttpRequest.newBuilder(URI.create(there)).GET());
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith("https://k.example/console/oidc/kembali?");
    return back.substring("https://k.example".length());
  }

  private static String cookie(HttpResponse<String> left) {
    String set = left.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
    return set.substring(0, set.indexOf(';'));
  }

  private static String session(HttpResponse<String> in) {
    return in.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith("petugas="))
        .map(set -> set.substring("petugas=".length(), set.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(office.url + path));
  }
}
