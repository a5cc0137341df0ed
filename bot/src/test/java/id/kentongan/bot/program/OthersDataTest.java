package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.chat.Asked;
import id.kentongan.bot.chat.PlayedClock;
import id.kentongan.bot.chat.Room;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.postgres.sample.SampleData;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a stranger gets at every door, and in a conversation with other people's numbers: nothing
/// of theirs.
@Timeout(180)
class OthersDataTest {
  /// What each door says to a stranger without any proof. The console's pages lead to its door, and
  /// `PermissionWalkTest` opens each of them in every role.
  private static final Map<String, List<Integer>> STRANGERS =
      Map.ofEntries(
          Map.entry("* /webhooks/telegram", List.of(401)),
          Map.entry("POST /api/payments", List.of(401)),
          Map.entry("GET /api/openapi.yaml", List.of(200)),
          Map.entry("GET /media/:token", List.of(404)),
          Map.entry("GET /", List.of(200)),
          Map.entry("GET /assets/:version/:name", List.of(404)),
          Map.entry("* /chat/*", List.of(404)),
          Map.entry("POST /chat/messages", List.of(403)),
          Map.entry("POST /chat/files", List.of(403)),
          Map.entry("GET /chat/stream", List.of(401)),
          Map.entry("GET /chat/files/:line", List.of(401)),
          Map.entry("GET /verify", List.of(200)),
          Map.entry("GET /verify/:code", List.of(404)),
          Map.entry("GET /health/live", List.of(200)),
          Map.entry("GET /health/ready", List.of(200)),
          Map.entry("GET /metrics", List.of(200)),
          Map.entry("GET /console/masuk", List.of(200)),
          Map.entry("POST /console/masuk", List.of(401)),
          Map.entry("* /console*", List.of(404)));

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicReference<@Nullable Room> SCREEN = new AtomicReference<>();
  private static final PlayedClock CLOCK =
      new PlayedClock(InstantSource.system(), Instant.parse("2026-11-20T02:00:00Z"));

  private static TelegramStub telegram;
  private static Wiring wiring;
  private static Room room;
  private static List<SampleData.Account> people;

  @BeforeAll
  static void open(@TempDir Path folder) {
    telegram = new TelegramStub();
    var program = new Program(folder, telegram, "webhook").with("PAYMENTS_SECRET", "p".repeat(32));
    Consumer<Outgoing> screen =
        said -> {
          Room shown = SCREEN.get();
          if (shown != null) {
            shown.hear(said);
          }
        };
    wiring = program.start(CLOCK, screen);
    room = new Room(wiring.vertx(), wiring.house(), CLOCK, wiring.ear());
    SCREEN.set(room);
    people = program.invents();
  }

  @AfterAll
  static void close() {
    wiring.close();
    telegram.close();
  }

  @Test
  void everyDoorIsKnownAndGivesAStrangerNothing() {
    assertThat(wiring.doors()).containsAll(STRANGERS.keySet());
    for (String door : wiring.doors()) {
      String method = door.substring(0, door.indexOf(' ')).replace("*", "POST");
      String path = door.substring(door.indexOf(' ') + 1).replaceAll(":[a-z]+", "999");
      HttpResponse<String> answer = ask(method, path.replace("*", "/x"), "", "{}");
      boolean console = door.contains(" /console") && !STRANGERS.containsKey(door);
      List<Integer> right = console ? List.of(303) : STRANGERS.getOrDefault(door, List.of());
      assertThat(right).as("%s gave %d", door, answer.statusCode()).contains(answer.statusCode());
      assertThat(answer.body()).as(door).doesNotContainIgnoringCase(secrets());
    }
  }

  @Test
  void aBrowserGetsNothingOfAnothersChat() {
    var one = new Browser();
    var other = new Browser();
    assertThat(one.write("hanya-untuk-saya-001", "rahasia kembangsepatu").statusCode())
        .isEqualTo(200);

    assertThat(other.write("hanya-untuk-saya-001", "halo").statusCode()).isEqualTo(200);
    assertThat(other.streamUntil("halo")).doesNotContain("kembangsepatu");
    for (int line = 1; line < 12; line++) {
      assertThat(ask("GET", "/chat/files/" + line, other.cookie, "").statusCode()).isEqualTo(404);
    }
    assertThat(one.write("hanya-untuk-saya-003", "selesai").statusCode()).isEqualTo(200);
    assertThat(one.streamUntil("selesai")).contains("kembangsepatu").doesNotContain("halo");
    var asOne = new Browser(other.cookie, one.tag);
    assertThat(asOne.write("hanya-untuk-saya-002", "x").statusCode()).isEqualTo(409);
  }

  @Test
  void aStrangerLearnsNothingByOtherPeoplesNumbers() {
    int stranger = 0;
    for (SampleData.Account person : people) {
      String born = person.birthDate().format(DateTimeFormatter.ofPattern("dd-MM-uuuu"));
      for (List<String> lines :
          List.of(
              List.of("status " + person.nik().digits()),
              List.of("cek kepesertaan", person.nik().digits(), born, "90000000999"),
              List.of(
                  "cek kepesertaan", person.nik().digits(), "01-01-1971", person.proof().text()),
              List.of("status DFT-2026-000001"),
              List.of("data saya", person.nik().digits(), born),
              List.of("saya " + person.name() + " nik " + person.nik().digits() + ", data saya"))) {
        String who = "orang-asing-" + stranger++;
        String said = lines.stream().map(line -> say(who, line)).collect(Collectors.joining("\n"));
        String own = String.join(" ", lines).toLowerCase(Locale.ROOT);
        assertThat(said).as("%s: %s", person.name(), lines).isNotBlank();
        for (String secret : secrets()) {
          if (!own.contains(secret.toLowerCase(Locale.ROOT))) {
            assertThat(said).as("%s: %s", person.name(), lines).doesNotContainIgnoringCase(secret);
          }
        }
      }
    }
  }

  @Test
  void nobodyFindsOutWhichNiksThereAre() {
    String known = people.getLast().nik().digits();
    String unknown = "3510041402957777";
    String first = tried("penyelidik-1", known);
    String second = tried("penyelidik-2", unknown);

    assertThat(first.replace(known, "NIK")).isEqualTo(second.replace(unknown, "NIK"));
    List<String> more =
        List.of("a", "b", "c", "d").stream().map(n -> tried("penyelidik-" + n, known)).toList();
    assertThat(more.getLast()).isNotEqualTo(first);
    List<String> none =
        List.of("e", "f", "g", "h").stream().map(n -> tried("penyelidik-" + n, unknown)).toList();
    assertThat(none.getLast().replace(unknown, "NIK"))
        .isEqualTo(more.getLast().replace(known, "NIK"));
  }

  @Test
  void nobodyFindsCodesByTrying() {
    int tried = 0;
    int status = 404;
    while (status != 429 && tried < 40) {
      var guess =
          URI.create("http://127.0.0.1:" + wiring.port() + "/verify/K7M4-9%03d".formatted(tried++));
      var from = HttpRequest.newBuilder(guess).header("X-Forwarded-For", "203.0.113.77");
      status = send(from).statusCode();
    }
    assertThat(tried).isLessThanOrEqualTo(25);
    assertThat(ask("GET", "/verify/K7M4-92QX", "", "").statusCode()).isEqualTo(404);
  }

  private static String tried(String who, String nik) {
    return List.of("cek kepesertaan", nik, "14-02-1995", "90000000998").stream()
        .map(line -> say(who, line))
        .collect(Collectors.joining("\n"));
  }

  private static String say(String who, String text) {
    try {
      Asked asked = Asked.parse(new JsonObject().put("text", text).encode());
      return room.turn(asked.act(), who, null).await().replies().stream()
          .map(said -> said.bubble().text())
          .collect(Collectors.joining("\n"));
    } catch (Asked.NotUnderstood e) {
      throw new AssertionError(e);
    }
  }

  /// Whole names, NIKs and birth dates of the invented people.
  private static String[] secrets() {
    return people.stream()
        .flatMap(p -> List.of(p.name(), p.nik().digits(), p.birthDate().toString()).stream())
        .toArray(String[]::new);
  }

  private static HttpResponse<String> ask(String method, String path, String cookie, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wiring.port() + path))
            .header("Cookie", cookie)
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return send(request);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A person with the web chat open.
  private static final class Browser {
    private final String cookie;
    private final String tag;

    Browser() {
      HttpResponse<String> page = ask("GET", "/", "", "");
      String set = page.headers().firstValue("Set-Cookie").orElseThrow();
      this.cookie = set.substring(0, set.indexOf(';'));
      this.tag = page.body().replaceAll("(?s).*data-session=\"([^\"]+)\".*", "$1");
    }

    Browser(String cookie, String tag) {
      this.cookie = cookie;
      this.tag = tag;
    }

    HttpResponse<String> write(String id, String text) {
      return send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wiring.port() + "/chat/messages"))
              .header("Cookie", cookie)
              .header("X-Kentongan", tag)
              .POST(
                  BodyPublishers.ofString(
                      new JsonObject().put("id", id).put("text", text).encode())));
    }

    /// What stands in the chat, from its beginning to these words.
    String streamUntil(String words) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + wiring.port() + "/chat/stream?after=0"))
              .header("Cookie", cookie)
              .build();
      try (var lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
        var before = new ArrayList<String>();
        assertThat(lines.peek(before::add).anyMatch(line -> line.contains(words))).isTrue();
        return String.join("\n", before);
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
