package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SignInTest {
  /// Where the session of somebody is over.
  private static final String OVER = "/console/masuk?hasil=berakhir";

  private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7]{32})</code>");
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static Office office;

  @BeforeAll
  static void open() {
    // why: what an address may try grows with the time that the tries take
    office = Office.atOnce("");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void takesAPasswordThenACodeFromThePhone() {
    office.add("dimas", Role.OFFICER);
    HttpResponse<String> half = password("dimas", Office.PASSWORD);
    assertThat(half.statusCode()).isEqualTo(303);
    assertThat(half.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HTTPOnly", "SameSite=Strict", "Path=/console");
    String token = Office.cookie(half);
    assertThat(location(office.get("/console/sandi", token))).isEqualTo("/console/kode");

    String page = office.get("/console/kode", token).body();
    Matcher secret = SECRET.matcher(page);
    assertThat(secret.find()).isTrue();
    assertThat(page).contains("<svg class=\"qr\"");
    assertThat(code(token, "000000").statusCode()).isEqualTo(401);
    assertThat(office.bare("/console/kode", "code=" + now(token), token).statusCode())
        .isEqualTo(403);
    HttpResponse<String> in = code(token, now(token));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(location(office.get("/console/sandi", token))).isEqualTo(OVER);
    String whole = Office.cookie(in);
    assertThat(office.get("/console/sandi", whole).body()).contains("Mas dimas");

    assertThat(office.post("/console/keluar", "", whole).statusCode()).isEqualTo(303);
    assertThat(location(office.get("/console/sandi", whole))).isEqualTo(OVER);
  }

  @Test
  void aCodeIsTakenOnceAndNextTimeThePictureIsGone() {
    office.add("rina", Role.OFFICER);
    String token = Office.cookie(password("rina", Office.PASSWORD));
    String secret = token;
    String first = now(secret);
    assertThat(code(token, first).statusCode()).isEqualTo(303);
    String again = Office.cookie(password("rina", Office.PASSWORD));
    assertThat(office.get("/console/kode", again).body()).doesNotContain("<svg class=\"qr\"");
    assertThat(code(again, first).statusCode()).isEqualTo(401);
    office.clock.advance(Duration.ofSeconds(60));
    assertThat(code(again, now(secret)).statusCode()).isEqualTo(303);
  }

  @Test
  void locksAnAddressAfterFiveWrongTriesWhateverTheRightOneIs() {
    office.add("wati", Role.OFFICER);
    wrongFrom("wati", "203.0.113.20");
    assertThat(sent("wati", Office.PASSWORD, "203.0.113.20").statusCode()).isEqualTo(401);
    assertThat(sent("wati", Office.PASSWORD, "203.0.113.21").statusCode()).isEqualTo(303);
    office.clock.advance(Duration.ofMinutes(16));
    assertThat(sent("wati", Office.PASSWORD, "203.0.113.20").statusCode()).isEqualTo(303);
  }

  @Test
  void guessesFromManyAddressesLockAllThatAreNotKnown() {
    office.add("darmi", Role.OFFICER);
    for (int i = 0; i < 5; i++) {
      wrongFrom("darmi", "203.0.113.3" + i);
    }
    assertThat(password("darmi", Office.PASSWORD).statusCode()).isEqualTo(401);
    office.clock.advance(Duration.ofMinutes(16));
    assertThat(password("darmi", Office.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void strangersKeepNobodyOutOfABrowserInWhichTheyWereBefore() {
    office.add("sri", Role.OFFICER);
    String half = Office.cookie(password("sri", Office.PASSWORD));
    String known = known(code(half, now(half)));
    office.clock.advance(Duration.ofDays(30));
    for (int i = 0; i < 5; i++) {
      wrongFrom("sri", "203.0.113.4" + i);
    }
    assertThat(password("sri", Office.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(sent("sri", Office.PASSWORD, "203.0.113.40", known).statusCode()).isEqualTo(303);
    for (int i = 0; i < 5; i++) {
      assertThat(sent("sri", "salah", "203.0.113.5" + i, known).statusCode()).isEqualTo(401);
    }
    assertThat(sent("sri", Office.PASSWORD, "203.0.113.56", known).statusCode()).isEqualTo(401);
  }

  @Test
  void aKnownBrowserIsKnownForItsOfficerAlone() {
    office.add("tari", Role.OFFICER);
    office.add("umi", Role.OFFICER);
    String half = Office.cookie(password("tari", Office.PASSWORD));
    String tari = known(code(half, now(half)));
    String other = Office.cookie(password("umi", Office.PASSWORD));
    String name = known(code(other, now(other))).split("=")[0];
    for (int i = 0; i < 5; i++) {
      wrongFrom("umi", "203.0.113.6" + i);
    }
    String planted = name + '=' + tari.split("=")[1];
    assertThat(sent("umi", Office.PASSWORD, "203.0.113.70", planted).statusCode()).isEqualTo(401);
  }

  private static void wrongFrom(String name, String address) {
    for (int i = 0; i < 5; i++) {
      assertThat(sent(name, "salah", address).statusCode()).isEqualTo(401);
    }
  }

  /// The cookie by which a browser is known later.
  private static String known(HttpResponse<String> in) {
    return in.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("petugas-kenal-"))
        .findFirst()
        .orElseThrow()
        .split(";")[0];
  }

  @Test
  void locksAfterFiveWrongCodesWhateverTheRightOneIs() {
    office.add("tini", Role.OFFICER);
    String token = Office.cookie(password("tini", Office.PASSWORD));
    for (int i = 0; i < 5; i++) {
      assertThat(code(token, "000000").statusCode()).isEqualTo(401);
    }
    assertThat(location(code(token, now(token)))).isEqualTo("/console/masuk");
    assertThat(password("tini", Office.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionIsAlwaysTheServersOwn() {
    office.add("yuli", Role.OFFICER);
    String planted = Keys.fresh();
    var signing =
        office
            .request("/console/masuk", planted)
            .header("X-Forwarded-For", "10.8.0.1")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("name=yuli&password=kentongan+berbunyi"));
    String half = Office.cookie(Office.send(signing));
    String whole = Office.cookie(code(half, now(half)));

    assertThat(half).isNotEqualTo(planted);
    assertThat(whole).isNotEqualTo(half);
    assertThat(location(office.get("/console", planted))).isEqualTo(OVER);
  }

  @Test
  void whatAStrangerPostsIsNotRead() throws IOException {
    for (String path :
        List.of(
            "/console/petugas", "/console/percakapan/1/kirim", "/console/sandi", "/console/kode")) {
      assertThat(head(path)).startsWith("HTTP/1.1 303 See Other");
    }
  }

  /// The answer to a request whose body never comes.
  private static String head(String path) throws IOException {
    URI url = URI.create(office.url);
    String head = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n".formatted(path);
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[4_000];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aNameWithAZeroIsNobodys() {
    assertThat(sent("wa%00ti", "x", "203.0.113.10").statusCode()).isEqualTo(401);
  }

  @Test
  void slowsWhoTriesNamesFromOneAddress() {
    int last = 0;
    for (int i = 0; i < 12; i++) {
      last = sent("nobody" + i, "x", "203.0.113.9").statusCode();
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void aPasswordMadeBySomebodyElseIsReplacedFirst() {
    office.add("slamet", Role.OFFICER);
    office.officers.renewPassword("test", "slamet", Argon2id.hash("sementara saja"), true).await();
    String half = Office.cookie(password("slamet", "sementara saja"));
    String token = Office.cookie(code(half, now(half)));
    assertThat(location(office.get("/console", token))).isEqualTo("/console/sandi");
    assertThat(office.post("/console/sandi", "old=salah+sekali&new=panjang+sekali", token))
        .returns(401, HttpResponse::statusCode);
    assertThat(office.post("/console/sandi", "old=sementara+saja&new=pendek", token).statusCode())
        .isEqualTo(400);
    String form = "old=sementara+saja&new=kuda+baterai+staples";
    String door = location(office.post("/console/sandi", form, token));
    assertThat(office.get(door, "").body()).contains("Kata sandinya sudah diganti");
    assertThat(password("slamet", "sementara saja").statusCode()).isEqualTo(401);
    assertThat(password("slamet", "kuda baterai staples").statusCode()).isEqualTo(303);
  }

  @Test
  void refusesOtherSitesForms() {
    var request =
        office
            .request("/console/masuk", "")
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString("name=officer&password=x"));
    assertThat(Office.send(request).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> password(String name, String password) {
    // why: each from an address of its own, so that only the account's lock is met
    return sent(name, password, "10.9.%d.1".formatted(ADDRESSES.incrementAndGet()));
  }

  private static HttpResponse<String> sent(String name, String password, String from) {
    return sent(name, password, from, "a=b");
  }

  private static HttpResponse<String> sent(
      String name, String password, String from, String cookie) {
    String form = "name=" + name + "&password=" + password.replace(' ', '+');
    return Office.send(
        office
            .request("/console/masuk", "; " + cookie)
            .setHeader("X-Forwarded-For", from)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> code(String token, String code) {
    return office.post("/console/kode", "code=" + code, token);
  }

  /// The code that a phone shows which was set up in that session.
  private static String now(String token) {
    byte[] secret = new Keys(Office.KEY, false).secret(token);
    return Totp.code(secret, office.clock.instant().getEpochSecond() / 30);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none");
  }
}
