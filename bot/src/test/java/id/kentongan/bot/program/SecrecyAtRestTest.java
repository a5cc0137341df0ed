package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Main;
import id.kentongan.bot.chaos.Node;
import id.kentongan.bot.chaos.Scratch;
import id.kentongan.integrations.stores.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A whole gateway with stores of its own, after people wrote to it: everything that it left on the
/// disk is read as a thief would (Redis's log, PostgreSQL's files and its log of changes, spool,
/// media, temporary files, what it said, its figures), and nothing that
/// tells of a person stands in any of it.
@Timeout(300)
class SecrecyAtRestTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String NIK = "3510171708857771";
  private static final String OTHER = "3510174505907772";
  private static final String PHONE = "81298765443";
  private static final List<String> SECRET =
      List.of(NIK, OTHER, PHONE, "kembangsepatu", "at-rest-secret", "at-rest-payments");

  private final Path folder = Scratch.fresh("kentongan-secrecy-");
  private final Path temporary = folder.resolve("tmp");
  private final int port = Ports.free();
  private final TelegramStub telegram = new TelegramStub();
  private int update = 100;

  @AfterEach
  void remove() {
    telegram.close();
    Scratch.remove(folder);
  }

  @Test
  void nothingThatIsLeftOnTheDiskTellsOfAPerson() throws Exception {
    Files.createDirectories(temporary);
    var node = new Node(0, port, command(), folder, settings());
    var ended = new CompletableFuture<Integer>();
    node.start(Map.of(), ended::complete);
    Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::ready);

    for (String line :
        List.of(
            "halo",
            "tolong catat kata kembangsepatu",
            "mau daftar",
            "setuju",
            "Slamet Riyadi",
            NIK,
            "petani",
            "iya masih",
            "sejuta",
            "tegaldlimo",
            "JKK JKM",
            "3 bulan",
            "iya",
            "nomor saya 0" + PHONE,
            "cek kepesertaan",
            OTHER,
            "petugas",
            "kembangsepatu layu, NIK saya " + OTHER)) {
      assertThat(says(line)).isEqualTo(200);
    }
    assertThat(uploads("nama;nik;hp\nKembangsepatu;" + OTHER + ";0" + PHONE + "\n")).isEqualTo(200);
    String figures = get("/metrics").body();
    assertThat(figures).contains("http_server");
    node.stop();
    assertThat(ended.get()).isZero();

    assertThat(found("figures", figures.getBytes(StandardCharsets.UTF_8))).isEmpty();
    var found = new ArrayList<String>();
    var read = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        read.add(folder.relativize(file));
        found.addAll(found(folder.relativize(file).toString(), Files.readAllBytes(file)));
      }
    }
    assertThat(found).isEmpty();
    assertThat(read.toString()).contains("redis/", "appendonly", "pg_wal", "gateway.log", "base/");
  }

  /// Where a secret stands, plain or in another writing.
  private static List<String> found(String where, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    var found = new ArrayList<String>();
    for (String secret : SECRET) {
      for (String form : forms(secret)) {
        if (text.contains(form)) {
          found.add(secret + " as " + form.replaceAll("[^ -~]", ".") + " in " + where);
        }
      }
    }
    return found;
  }

  private static List<String> forms(String secret) {
    var forms = new ArrayList<>(List.of(secret, new StringBuilder(secret).reverse().toString()));
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      forms.add(new String(secret.getBytes(wide), StandardCharsets.ISO_8859_1));
    }
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(HexFormat.of().formatHex(plain));
    for (int shift = 0; shift < 3; shift++) {
      // why: what stands in the middle of a text begins at any of three places in Base64
      byte[] moved = new byte[plain.length + shift];
      System.arraycopy(plain, 0, moved, shift, plain.length);
      String code = Base64.getEncoder().withoutPadding().encodeToString(moved);
      forms.add(code.substring(shift == 0 ? 0 : shift + 1, code.length() - 2));
    }
    if (secret.length() == NIK.length()) {
      forms.add(secret.replaceAll("(.{4})(?=.)", "$1 "));
    }
    return forms;
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + temporary,
        "-Dkentongan.home=" + Program.HOME.toAbsolutePath().normalize(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "run");
  }

  private Map<String, String> settings() {
    return Map.of(
        "KENTONGAN_HTTP_PORT",
        Integer.toString(port),
        "KENTONGAN_DATA_DIR",
        folder.resolve("data").toString(),
        "KENTONGAN_PUBLIC_URL",
        "https://example.test",
        "KENTONGAN_TELEGRAM_BOT_TOKEN",
        TelegramStub.TOKEN,
        "KENTONGAN_TELEGRAM_API_URL",
        telegram.url(),
        "KENTONGAN_TELEGRAM_WEBHOOK_SECRET",
        "at-rest-secret",
        "KENTONGAN_PAYMENTS_SECRET",
        "at-rest-payments-of-32-letters-00");
  }

  private boolean ready() {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private int says(String text) throws IOException, InterruptedException {
    update++;
    var person =
        new JsonObject().put("id", 5551234).put("is_bot", false).put("first_name", "Slamet");
    var message =
        new JsonObject()
            .put("message_id", update)
            .put("date", Instant.now().getEpochSecond())
            .put("text", text)
            .put("from", person)
            .put("chat", new JsonObject().put("id", 5551234).put("type", "private"));
    var body = new JsonObject().put("update_id", update).put("message", message).encode();
    var request =
        HttpRequest.newBuilder(uri("/webhooks/telegram"))
            .header("X-Telegram-Bot-Api-Secret-Token", "at-rest-secret")
            .POST(BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private int uploads(String table) throws IOException, InterruptedException {
    HttpResponse<String> page = get("/");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    String tag = page.body().replaceAll("(?s).*data-session=\"([^\"]+)\".*", "$1");
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"kembangsepatu.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + table
            + "\r\n--x--\r\n";
    var request =
        HttpRequest.newBuilder(uri("/chat/files"))
            .header("Cookie", cookie)
            .header("X-Kentongan", tag)
            .header("X-Message-Id", "at-rest-0001")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form));
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
