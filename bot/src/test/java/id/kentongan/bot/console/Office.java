package id.kentongan.bot.console;

import id.kentongan.bot.KeptLetters;
import id.kentongan.bot.replay.Replay;
import id.kentongan.bot.settings.Network;
import id.kentongan.bot.web.Assets;
import id.kentongan.bot.web.Browser;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Redactor;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.WordLists;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.oidc.OidcAccess;
import id.kentongan.integrations.oidc.OidcProvider;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.sample.SampleData;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The console over a database of its own with the sample data, and officers in every role.
final class Office implements AutoCloseable {
  static final MasterKey KEY = MasterKey.of(new byte[32]);
  static final String PASSWORD = "kentongan berbunyi";
  private static final String HASH = Argon2id.hash(PASSWORD);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  final Database database =
      Database.start(DatabaseUrl.parse(Stores.newDatabase(), null, null), KEY);
  final Officers officers = new Officers(database, KEY, clock);
  final KeptLetters letters = new KeptLetters();
  final OfficerSessions sessions = new OfficerSessions(database, clock);
  final Content content = YamlContent.load(Path.of("../config")).content();
  final Console console;
  final String url;

  /// Another node over the same records, and where it is.
  final Supplier<String> beside;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<Role, String> tokens = new HashMap<>();

  Office() {
    this("", false, System::nanoTime);
  }

  /// Whose officers may sign in at that provider as well.
  static Office with(String issuer) {
    return new Office(issuer, false, System::nanoTime);
  }

  /// That has an approved template for WhatsApp.
  static Office withTemplate() {
    return new Office("", true, System::nanoTime);
  }

  /// Where all that is asked is asked at the same instant.
  static Office atOnce(String issuer) {
    return new Office(issuer, false, () -> 0);
  }

  private Optional<OidcProvider> provider(String issuer) {
    var access =
        new OidcAccess(
            issuer,
            "kentongan",
            "s",
            "https://k.example/console/oidc/kembali",
            "preferred_username");
    return issuer.isEmpty()
        ? Optional.empty()
        : Optional.of(new OidcProvider(vertx, access, InstantSource.system()));
  }

  private Office(String issuer, boolean template, LongSupplier nanos) {
    new SampleData(database, KEY, clock, content.rules().zone()).load().await();
    for (Role role : Role.values()) {
      add(role.name().toLowerCase(java.util.Locale.ROOT), role);
    }
    var house =
        new Console.House(
            vertx,
            database,
            KEY,
            Path.of("../config"),
            () -> content,
            new Console.Asked(
                new PostgresRegistry(database, KEY), true, replay(), "", template, letters),
            clock);
    var browser = new Browser(false, Network.list("127.0.0.1").orElseThrow());
    this.console = new Console(house, browser, provider(issuer), nanos);
    this.url = listen(console);
    this.beside = () -> listen(new Console(house, browser, provider(issuer), nanos));
  }

  private String listen(Console one) {
    Router router = id.kentongan.bot.http.Front.router(vertx);
    router.get("/assets/:version/:name").handler(new Assets()::serve);
    one.mount(router);
    var server = vertx.createHttpServer().requestHandler(router);
    return "http://127.0.0.1:" + server.listen(0, "127.0.0.1").await().actualPort();
  }

  /// All that is said is a greeting, and hardly a word of it is known.
  private static Replay replay() {
    var greeting = List.of(new Understood.Guess("greet", 1));
    return new Replay(
        text -> new Understood(text, text, Language.INDONESIAN, greeting),
        new Redactor(Set.of("halo", "saya"), WordLists.NONE, _ -> false));
  }

  void add(String name, Role role) {
    var account = new Officers.New(name, "Mas " + name, role, HASH, false);
    officers.add("test", account).await();
  }

  /// The code of a village that the content knows.
  PostgresRecords records() {
    return new PostgresRecords(
        database,
        KEY,
        new PostgresRegistry(database, KEY),
        clock,
        content.offices(),
        content.rules().zone());
  }

  String someVillage() {
    return database
        .transact(
            handle -> handle.createQuery("select village from persons").mapTo(String.class).list())
        .await()
        .stream()
        .filter(code -> content.places().byCode(code).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /// The cookie of an officer of that role who is in.
  String in(Role role) {
    return tokens.computeIfAbsent(
        role,
        r -> {
          String token = Keys.fresh();
          String name = r.name().toLowerCase(java.util.Locale.ROOT);
          sessions.enter(Keys.hash(token), name, true, Duration.ofHours(10)).await();
          return token;
        });
  }

  HttpResponse<String> get(String path, String token) {
    return send(request(path, token).GET());
  }

  /// With the form's own token.
  HttpResponse<String> post(String path, String form, String token) {
    return bare(path, form + "&csrf=" + new Keys(KEY, false).csrf(token), token);
  }

  /// The page to which a search leads.
  String found(String path, String form, String token) {
    HttpResponse<String> sought = post(path, form, token);
    String address = sought.headers().firstValue("Location").orElseThrow();
    return send(request(address, token + "; " + kept(sought)).GET()).body();
  }

  /// What an answer puts into the browser, as the browser shows it again.
  static String kept(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  /// Without it.
  HttpResponse<String> bare(String path, String form, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpRequest.Builder request(String path, String token) {
    int from = requests.incrementAndGet();
    // why: there are more pages than one address may ask for at once.
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("X-Forwarded-For", "10.9.%d.%d".formatted(from >> 8 & 255, from & 255))
        .header("Cookie", "petugas=" + token);
  }

  /// The status of what may never end.
  int status(String path, String token) {
    try {
      var answer = HTTP.send(request(path, token).GET().build(), BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The token that an answer puts into the browser.
  static String cookie(HttpResponse<String> answer) {
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  @Override
  public void close() {
    vertx.close().await();
    database.close();
  }
}
