package id.kentongan.bot.console;

import id.kentongan.bot.replay.Replay;
import id.kentongan.bot.settings.Network;
import id.kentongan.bot.web.Browser;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Redactor;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.WordLists;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.DailyFigures;
import id.kentongan.integrations.postgres.journal.StateDays;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Measures how long the console's pages take to open, over a PostgreSQL of its own with many
/// conversations stored, asked by HTTP one after the other.
public final class ConsoleBenchmark {
  private static final MasterKey KEY = MasterKey.of(new byte[32]);
  private static final int TIMES = 100;
  private static final int LETTERS = 20_000;
  private static final double MOST_MILLIS = 100;
  private static final String OFFICER = "bench";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String token = Keys.fresh();
  private final String url;
  private int asked;

  private ConsoleBenchmark(String url) {
    this.url = url;
  }

  /// The table's lines.
  public static List<String> run(Path data, Content content, int talks) {
    Vertx vertx = Vertx.vertx();
    try (var postgres = EmbeddedPostgres.start(data, true);
        var store = EmbeddedRedis.start(data, false);
        var redis = RedisFunctions.open(vertx, RedisSettings.of(store.uri())).await()) {
      var whole = new WholeReads(postgres);
      var letters = new RedisDeadLetters(redis, KEY);
      undelivered(letters);
      List<String> lines = pages(vertx, new Rooms(postgres, letters), whole, content, talks);
      lines.addAll(whole.lines());
      return lines;
    } finally {
      vertx.close().await();
    }
  }

  /// As many as pile up in a bad day of one messenger, each in a conversation of its own.
  private static void undelivered(DeadLetters letters) {
    var said = new Effect.Send(Bubble.of("Iuran Bapak sudah kami terima."), false);
    for (int i = 0; i < LETTERS; i += 1000) {
      Future.all(
              IntStream.range(i, i + 1000)
                  .mapToObj(n -> new ConversationId("telegram", String.valueOf(n)))
                  .map(to -> new Post(EffectId.of(to, 1, 0), said, null, null))
                  .map(post -> letters.add(post, "blocked"))
                  .toList())
          .await();
    }
  }

  /// Where the pages look.
  private record Rooms(EmbeddedPostgres postgres, DeadLetters letters) {}

  private static List<String> pages(
      Vertx vertx, Rooms rooms, WholeReads whole, Content content, int talks) {
    EmbeddedPostgres postgres = rooms.postgres();
    InstantSource clock = InstantSource.system();
    try (var database =
        Database.start(
            new DatabaseUrl(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password()),
            KEY)) {
      var rows = new ConsoleBenchmarkRows(database, KEY, clock);
      long read = rows.fill(talks);
      ZoneId zone = content.rules().zone();
      new StateDays(database, clock, zone).count().await();
      new DailyFigures(database, clock, zone).count().await();
      var console =
          new Console(
              new Console.House(
                  vertx,
                  database,
                  KEY,
                  Path.of("config"),
                  () -> content,
                  new Console.Asked(
                      new PostgresRegistry(database, KEY),
                      true,
                      replay(),
                      "",
                      false,
                      rooms.letters()),
                  clock),
              new Browser(false, Network.list("127.0.0.1").orElseThrow()),
              Optional.empty());
      Router router = Router.router(vertx);
      console.mount(router);
      var server = vertx.createHttpServer().requestHandler(router);
      int port = server.listen(0, "127.0.0.1").await().actualPort();
      var benchmark = new ConsoleBenchmark("http://127.0.0.1:" + port + "/console");
      benchmark.signIn(database, clock);
      whole.forget();
      return benchmark.pages(read, talks);
    }
  }

  /// All that is said is a greeting.
  private static Replay replay() {
    var greeting = List.of(new Understood.Guess("greet", 1));
    return new Replay(
        text -> new Understood(text, text, Language.INDONESIAN, greeting),
        new Redactor(Set.of(), WordLists.NONE, _ -> false));
  }

  private void signIn(Database database, InstantSource clock) {
    var account = new Officers.New(OFFICER, OFFICER, Role.SUPERVISOR, Argon2id.NOBODYS, false);
    new Officers(database, KEY, clock).add(OFFICER, account).await();
    new OfficerSessions(database, clock)
        .enter(Keys.hash(token), OFFICER, true, Duration.ofHours(1))
        .await();
  }

  private List<String> pages(long read, int talks) {
    Map<String, String> pages = new TreeMap<>();
    pages.put("who waits", "/tunggu");
    pages.put("a conversation of 100 turns", "/percakapan/" + read);
    pages.put("enrolments", "/pendaftaran");
    pages.put("an enrolment", "/pendaftaran/DFT-2026-000001");
    pages.put("claims", "/klaim");
    pages.put("accidents", "/kecelakaan");
    pages.put("dialogs drawn, of 30 days", "/peta?hari=30");
    pages.put("broadcasts", "/siaran");
    pages.put("what is kept of a person", "/data/1");
    pages.put("payments", "/pembayaran");
    pages.put("lists that villages pay for", "/add");
    pages.put("agents", "/agen");
    pages.put("what did not arrive", "/tidak-sampai");
    pages.put("a state of a dialog", "/peta/enroll.nik");
    pages.put("content", "/isi");
    pages.put("a file of content", "/isi/tulis?berkas=answers/ask.fraud.yaml");
    pages.put("language", "/bahasa");
    pages.put("one's own account", "/sandi");
    pages.put("reports", "/laporan");
    var lines = new ArrayList<String>();
    lines.add("%,d conversations stored".formatted(talks));
    pages.forEach((name, path) -> lines.add(page(name, path)));
    lines.add(search("enrolments of a district, by name", "/pendaftaran", "nama=9999&desa=35.10"));
    lines.add(search("areas", "/cakupan", "cari=tegaldlimo"));
    lines.add(search("search by name", "/cari", "apa=warga+99"));
    return lines;
  }

  private String page(String name, String path) {
    return measured(name, path, "");
  }

  /// What is found; to keep what was typed takes a request before.
  private String search(String name, String path, String fields) {
    String form = fields + "&csrf=" + new Keys(KEY, false).csrf(token);
    var typed =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Cookie", "petugas=" + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var sought = answer(typed).headers();
    String kept = sought.firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String again = URI.create(sought.firstValue("Location").orElseThrow()).getQuery();
    return measured(name, path + '?' + again, "; " + kept);
  }

  private String measured(String name, String path, String cookies) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Cookie", "petugas=" + token + cookies)
            .build();
    double[] millis = new double[TIMES];
    for (int i = -20; i < TIMES; i++) {
      long begun = System.nanoTime();
      int status = answer(request).statusCode();
      if (status != 200) {
        throw new IllegalStateException(name + " answered " + status);
      }
      millis[Math.max(0, i)] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    double late = millis[TIMES * 95 / 100];
    return "%-36s p50 %6.1f ms, p95 %6.1f ms  at most %.0f: %s"
        .formatted(
            name, millis[TIMES / 2], late, MOST_MILLIS, late <= MOST_MILLIS ? "met" : "MISSED");
  }

  /// why: one address may not ask for as many pages as are measured.
  private HttpResponse<String> answer(HttpRequest page) {
    asked++;
    var request =
        HttpRequest.newBuilder(page, (name, value) -> true)
            .header("X-Forwarded-For", "10.9.%d.%d".formatted(asked >> 8 & 255, asked & 255))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
