package id.kentongan.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The web chat's doors as a program knocks on them.
@Timeout(180)
class WebChatDoorTest {
  private static final String PHOTO = "%PDF-1.7 berkas klaim keluarga";
  private static final String FORM = "multipart/form-data; boundary=x";

  private final HttpClient http = HttpClient.newHttpClient();
  private ChatServer server;
  private String cookie;
  private String tag;

  @BeforeEach
  void open() throws Exception {
    open(new ChatServer());
  }

  private void open(ChatServer opened) throws Exception {
    server = opened;
    var page = http.send(request("/").build(), BodyHandlers.ofString());
    String set = page.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HTTPOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    cookie = set.substring(0, set.indexOf(';'));
    var matcher = Pattern.compile("data-session=\"([0-9a-f]+)\"").matcher(page.body());
    assertThat(matcher.find()).isTrue();
    tag = matcher.group(1);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void takesAMessageOnceAndNumbersIt() throws Exception {
    String message = message("halo");
    assertThat(post(message).body()).isEqualTo("{\"seq\":1}");
    assertThat(post(message).body()).isEqualTo("{\"seq\":1}");
    assertThat(server.engine.taken()).hasSize(1);
    var taken = server.engine.taken().getFirst();
    assertThat(taken.id()).startsWith(taken.conversation().key() + ":");
    assertThat(taken.conversation().sender()).doesNotContain(cookie.substring(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{",
        "\u0000\u0001",
        "{\"id\":\"12345678\"}",
        "{\"id\":12345678,\"text\":\"a\"}",
        "{\"id\":\"12345678\",\"text\":\"  \"}",
        "{\"id\":\"12345678\",\"text\":{}}",
        "{\"id\":\"../../etc\",\"text\":\"a\"}",
        "{\"id\":\"12345678\",\"choice\":\"pi\u00f1a\",\"label\":\"a\"}",
        "{\"id\":\"12345678\",\"choice\":\"a\"}",
      })
  void refusesWhatHasAnotherShape(String body) throws Exception {
    assertThat(post(body).statusCode()).isEqualTo(400);
    assertThat(server.engine.taken()).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() throws Exception {
    assertThat(post(message("a".repeat(4001))).statusCode()).isEqualTo(400);
    assertThat(post(message("a".repeat(40_000))).statusCode()).isEqualTo(413);
    assertThat(server.engine.taken()).isEmpty();
  }

  @Test
  void refusesOtherSitesOldPagesAndBrowsersWithoutASession() throws Exception {
    assertThat(status(writing().header("Origin", "https://evil.example"))).isEqualTo(403);
    assertThat(status(writing().header("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
    assertThat(status(writing().header("Origin", server.url()))).isEqualTo(200);
    assertThat(status(request("/chat/messages").header("Cookie", cookie))).isEqualTo(403);
    assertThat(status(request("/chat/messages").header(Gate.TAG, tag))).isEqualTo(401);
    var stale = request("/chat/messages").header("Cookie", cookie).header(Gate.TAG, "0000");
    assertThat(status(stale)).isEqualTo(409);
  }

  @Test
  void slowsAFlood() throws Exception {
    close();
    open(ChatServer.atOnce());
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      HttpResponse<String> answer = post(message("lagi"));
      if (answer.statusCode() == 429) {
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        refused++;
      }
    }
    assertThat(refused).isEqualTo(20);
  }

  @Test
  void whatAStrangerPostsIsNotRead() throws Exception {
    assertThat(whileWriting("")).startsWith("HTTP/1.1 403");
    assertThat(whileWriting(Gate.TAG + ": " + tag + "\r\n")).startsWith("HTTP/1.1 401");
  }

  /// The answer to a message whose body never comes.
  private String whileWriting(String header) throws IOException {
    URI url = URI.create(server.url());
    String head = "POST /chat/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 30000\r\n";
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write((head + header + "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] answer = new byte[4_000];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void saysTryAgainWhileTheEngineIsDown() throws Exception {
    server.engine.down(true);
    assertThat(post(message("halo")).statusCode()).isEqualTo(503);
  }

  @Test
  void takesAnUploadIntoTheChannel() throws Exception {
    String id = UUID.randomUUID().toString();
    assertThat(upload(id, form("foto.jpg", PHOTO)).statusCode()).isEqualTo(200);
    assertThat(upload(id, form("foto.jpg", PHOTO)).statusCode()).isEqualTo(200);
    assertThat(server.engine.taken()).hasSize(1);
    String handle = server.engine.taken().getFirst().id();
    assertThat(server.uploads.open(handle).await()).isNotNull();
  }

  @Test
  void takesAListOfPeople() throws Exception {
    String list = form("warga.csv", "NIK;Nama\r\n3510;Siti\r\n").replace("image/jpeg", "text/csv");
    assertThat(upload(UUID.randomUUID().toString(), list).statusCode()).isEqualTo(200);
    var sent = (Inbound.Ready) server.engine.taken().getFirst().content();
    assertThat(((Event.SentFile) sent.event()).file().type()).isEqualTo("text/csv");
  }

  @Test
  void refusesUploadsThatAreNone() throws Exception {
    String id = UUID.randomUUID().toString();
    assertThat(upload("x", form("a.jpg", "a")).statusCode()).isEqualTo(400);
    assertThat(upload(id, form("a.jpg", "MZ a program, not a photo")).statusCode()).isEqualTo(415);
    assertThat(upload(id, "--x--\r\n").statusCode()).isEqualTo(400);
    assertThat(upload(id, "nothing of the kind").statusCode()).isEqualTo(400);
    assertThat(post("/chat/files", "application/json", "{}", id).statusCode()).isEqualTo(400);
    assertThat(server.engine.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/form-data; boundary=another",
      })
  void refusesAFormWhoseBoundaryIsNotThere(String type) throws Exception {
    String id = UUID.randomUUID().toString();
    var answer = post("/chat/files", type, form("foto.jpg", PHOTO), id);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(server.engine.taken()).isEmpty();
  }

  @Test
  void refusesAFormThatIsGarbledOrCutOff() throws Exception {
    String whole = form("foto.jpg", PHOTO);
    String id = UUID.randomUUID().toString();
    assertThat(upload(id, "--x\r\n" + "A: b\r\n".repeat(9_000)).statusCode()).isEqualTo(400);
    for (String end : List.of("", "--", "\r\n--y--\r\n", "--x--\r\n", "\r\n----x--\r\n")) {
      String cut = whole.substring(0, whole.length() - 9) + end;
      assertThat(upload(id, cut).statusCode()).as(end).isEqualTo(400);
    }
    assertThat(server.engine.taken()).isEmpty();
    Awaitility.await("nothing is waited for").until(() -> server.uploads.coming() == 0);
    assertThat(upload(id, whole).statusCode()).isEqualTo(200);
  }

  /// The form is closed, its file is not: the line break after the content is missing, and the
  /// boundary comes in two pieces.
  @Test
  void refusesAFormWhoseFileHasNoEnd() throws Exception {
    String form = form("warga.csv", "@").replace("@\r\n", "").replace("image/jpeg", "text/csv");
    int cut = form.length() - "x--\r\n".length();
    String begun = uploading(form.length()) + form.substring(0, cut);
    assertThat(raw(begun, () -> server.uploads.coming() == 1, form.substring(cut)))
        .startsWith("HTTP/1.1 400");
    assertThat(server.engine.taken()).isEmpty();
    assertThat(server.uploads.coming()).as("nothing is waited for").isZero();
  }

  @Test
  void aFileWhoseSenderHangsUpIsNotWaitedFor() throws Exception {
    String part = uploading(99_999) + form("a.jpg", PHOTO).replace("\r\n--x--\r\n", "");
    URI url = URI.create(server.url());
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      Awaitility.await().until(() -> server.uploads.coming() == 1);
    }
    Awaitility.await().until(() -> server.uploads.coming() == 0);
  }

  @Test
  void refusesAnAddressThatCannotBeRead() throws Exception {
    var answer =
        raw(
            "GET /chat/stream?after=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: "
                + cookie
                + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void refusesAnUploadThatIsTooLargeBeforeReadingIt() throws IOException {
    assertThat(raw(uploading(99_999_999))).startsWith("HTTP/1.1 413");
  }

  @Test
  void refusesAnUploadWhoseLengthIsHidden() throws Exception {
    byte[] large =
        form("a.jpg", PHOTO + "x".repeat((10 << 20) + 1)).getBytes(StandardCharsets.US_ASCII);
    var unknown = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
    var request =
        writing("/chat/files")
            .header("Content-Type", FORM)
            .header("X-Message-Id", UUID.randomUUID().toString())
            .POST(unknown);
    assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    assertThat(server.engine.taken()).isEmpty();
  }

  @Test
  void givesFilesOnlyOfTheSessionsOwnLines() throws Exception {
    post(message("kirim berkas"));
    assertThat(get("/chat/files/2", cookie).statusCode()).isEqualTo(200);
    assertThat(get("/chat/files/1", cookie).statusCode()).isEqualTo(404);
    assertThat(get("/chat/files/x", cookie).statusCode()).isEqualTo(404);
    assertThat(get("/chat/files/2", "kentongan=AAAAAAAAAAAAAAAAAAAAAA").statusCode())
        .isEqualTo(404);
    assertThat(get("/chat/files/2", "a=b").statusCode()).isEqualTo(401);
  }

  @Test
  void streamsOnFromTheLastEventSeen() throws Exception {
    post(message("satu"));
    post(message("dua"));
    var request =
        request("/chat/stream").header("Cookie", cookie).header("Last-Event-ID", "3").build();
    var lines = http.send(request, BodyHandlers.ofLines()).body().iterator();
    StringBuilder heard = new StringBuilder();
    while (!heard.toString().contains("ready")) {
      heard.append(lines.next()).append('\n');
    }
    assertThat(heard).contains("id: 4", "menulis: dua").doesNotContain("satu");
  }

  /// A seventh of a session ends the first, an eighth the second, though their lines stay open.
  @Test
  void aSessionHasSixStreamsHoweverManyItOpens() throws Exception {
    List<Socket> lines = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        lines.add(stream());
      }
      assertThat(ended(lines.get(0))).isTrue();
      assertThat(ended(lines.get(1))).isTrue();
    } finally {
      for (Socket line : lines) {
        line.close();
      }
    }
  }

  private Socket stream() throws IOException {
    URI url = URI.create(server.url());
    var socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(60_000);
    String head = "GET /chat/stream HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    heard(socket, "ready");
    return socket;
  }

  /// Whether its answer comes to an end.
  private static boolean ended(Socket socket) throws IOException {
    try {
      return heard(socket, "\r\n0\r\n\r\n");
    } catch (SocketTimeoutException goesOn) {
      return false;
    }
  }

  private static boolean heard(Socket socket, String words) throws IOException {
    var heard = new StringBuilder();
    while (heard.indexOf(words) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return false;
      }
      heard.append((char) next);
    }
    return true;
  }

  @Test
  void carriesTheHeadersThatKeepAPageSafe() throws Exception {
    var headers = get("/", cookie).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void overHttpsTheCookieIsOfThisHostAlone() throws Exception {
    try (var https = new ChatServer(true)) {
      var page = HttpRequest.newBuilder(URI.create(https.url() + "/"));
      String planted = "kentongan=AAAAAAAAAAAAAAAAAAAAAA";
      var answer = http.send(page.header("Cookie", planted).build(), BodyHandlers.ofString());
      String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(set).startsWith("__Host-kentongan=").contains("Secure", "Path=/;");
      assertThat(set.toLowerCase(Locale.ROOT)).doesNotContain("domain");
      assertThat(file(https, planted)).isEqualTo(401);
      assertThat(file(https, set.substring(0, set.indexOf(';')) + "; " + planted)).isEqualTo(404);
    }
  }

  private int file(ChatServer from, String cookies) throws Exception {
    var file = HttpRequest.newBuilder(URI.create(from.url() + "/chat/files/1"));
    return http.send(file.header("Cookie", cookies).build(), BodyHandlers.ofString()).statusCode();
  }

  @Test
  void servesNoOtherFile() throws Exception {
    assertThat(get("/assets/1/chat.js", cookie).statusCode()).isEqualTo(200);
    assertThat(get("/assets/1/chat.html", cookie).statusCode()).isEqualTo(404);
    assertThat(get("/assets/1/..%2f..%2flogback.xml", cookie).statusCode()).isEqualTo(404);
  }

  private static String message(String text) {
    return new JsonObject().put("id", UUID.randomUUID().toString()).put("text", text).encode();
  }

  private static String form(String name, String content) {
    return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name
        + "\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + content
        + "\r\n--x--\r\n";
  }

  /// The head of an upload whose form is that long.
  private String uploading(int length) {
    return """
    POST /chat/files HTTP/1.1
    Host: x
    Connection: close
    Cookie: %s
    %s: %s
    X-Message-Id: %s
    Content-Type: %s
    Content-Length: %d

    """
        .formatted(cookie, Gate.TAG, tag, UUID.randomUUID(), FORM, length)
        .replace("\n", "\r\n");
  }

  private HttpResponse<String> upload(String id, String form) throws Exception {
    return post("/chat/files", FORM, form, id);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return post("/chat/messages", "application/json", body, "-");
  }

  private HttpResponse<String> post(String path, String type, String body, String id)
      throws Exception {
    var request = writing(path).header("Content-Type", type).header("X-Message-Id", id);
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private int status(HttpRequest.Builder request) throws Exception {
    request.POST(BodyPublishers.ofString(message("x")));
    return http.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> get(String path, String cookies) throws Exception {
    return http.send(request(path).header("Cookie", cookies).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder writing() {
    return writing("/chat/messages");
  }

  private HttpRequest.Builder writing(String path) {
    return request(path).header("Cookie", cookie).header(Gate.TAG, tag);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private String raw(String head) throws IOException {
    return raw(head, () -> true, "");
  }

  /// The answer to what is written in two pieces.
  private String raw(String first, Callable<Boolean> then, String second) throws IOException {
    URI url = URI.create(server.url());
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
      Awaitility.await().until(then);
      socket.getOutputStream().write(second.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
