package id.kentongan.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Network;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.records.Verify;
import id.kentongan.integrations.postgres.sample.SampleData;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page that checks codes, over the sample data in real PostgreSQL.
@Timeout(180)
class VerifyPageTest {
  private static final Words WORDS = YamlContent.load(Path.of("../config")).content().words();
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final MasterKey KEY = MasterKey.of(new byte[32]);
  private static final InstantSource CLOCK = InstantSource.system();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static Database database;
  private static List<SampleData.Account> people;
  private static String url;
  private static volatile Words said = WORDS;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = Database.start(DatabaseUrl.parse(Stores.newDatabase(), null, null), KEY);
    people = new SampleData(database, KEY, CLOCK, ZONE).load().await();
    var browser = new Browser(false, Network.list("127.0.0.1").orElseThrow());
    Router router = Router.router(vertx);
    new VerifyPage(new Verify(database, KEY)::code, () -> said, ZONE, browser).mount(router);
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    url = "http://127.0.0.1:" + server.listen(0, "127.0.0.1").await().actualPort();
  }

  @AfterAll
  static void close() {
    vertx.close().await();
    database.close();
  }

  @Test
  void tellsOfAGenuineCodeWithoutTellingWhose() throws Exception {
    HttpResponse<String> found = null;
    for (SampleData.Account account : people) {
      HttpResponse<String> page = get("/verify/" + account.proof().text(), "-", "10.0.0.1");
      found = page.statusCode() == 200 ? page : found;
    }
    assertThat(found).isNotNull();
    assertThat(found.body()).contains("Kode ini benar", "CONTOH");
    String body = found.body();
    assertThat(people).noneMatch(account -> body.contains(account.name()));
    assertThat(found.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void saysWhatWasPublishedMeanwhile() throws Exception {
    var published = new HashMap<>(WORDS.byLanguage());
    var indonesian = new HashMap<>(published.get(Language.INDONESIAN));
    for (String key : List.of("verify.unknown", "verify.mistyped")) {
      indonesian.put(key, "Kode itu belum dikenal.");
    }
    published.put(Language.INDONESIAN, indonesian);
    said = new Words(published);
    try {
      assertThat(get("/verify/AAAA-AAAA", "-", "10.0.0.9").body())
          .contains("Kode itu belum dikenal.");
    } finally {
      said = WORDS;
    }
  }

  @Test
  void warnsOfAnyOtherCode() throws Exception {
    assertThat(get("/verify/AAAA-AAAA", "-", "10.0.0.2").statusCode()).isEqualTo(404);
    var evil = get("/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "-", "10.0.0.2");
    assertThat(evil.statusCode()).isEqualTo(404);
    assertThat(evil.body()).contains("belum benar").doesNotContain("<script>");
    assertThat(get("/verify?code=k7m4%2092qx", "-", "10.0.0.2").headers().firstValue("Location"))
        .contains("/verify/k7m492qx");
    assertThat(get("/verify", "-", "10.0.0.2").body()).contains("Tulis kode");
  }

  @Test
  void slowsWhoTriesCodes() throws Exception {
    assertThat(Stream.generate(() -> status("/verify/AAAA-AAAA", "10.0.0.3")).limit(25).toList())
        .contains(429);
  }

  private static int status(String path, String from) {
    try {
      return get(path, "-", from).statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> get(String path, String cookie, String from)
      throws Exception {
    return HTTP.send(request(path, cookie, from).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String cookie, String from) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", cookie)
        .header("X-Forwarded-For", "1.2.3.4, " + from);
  }
}
