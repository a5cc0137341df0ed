package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.Payment;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentDoorTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final String SECRET = "a secret of the bank";
  private static final String BODY =
      """
      {"id":"p-1","nik":"3510170302889123","amount":33600,
       "paid_at":"2026-11-20T08:59:00+07:00","channel":"BRILink"}\
      """;

  private final Vertx vertx = Vertx.vertx();
  private final List<Payment> taken = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Front front = open(Optional.of(SECRET));

  private Front open(Optional<String> secret) {
    var router = Front.router(vertx);
    new PaymentDoor(
            payment -> {
              taken.add(payment);
              return Future.succeededFuture(new Payment.Settled.Taken("BYR-2026-000001"));
            },
            secret,
            InstantSource.fixed(NOW))
        .mount(router);
    return Front.open(
        vertx, router, new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of()), 2);
  }

  @AfterEach
  void close() {
    front.close();
    vertx.close().await();
  }

  @Test
  void aSignedNoticeIsTaken() {
    var answer = send(front, BODY, "" + NOW.getEpochSecond(), signature(NOW, BODY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"number\":\"BYR-2026-000001\"", "\"state\":\"taken\"");
    assertThat(taken).extracting(Payment::id).containsExactly("p-1");
  }

  @Test
  void whatIsNotSignedNowIsRefused() {
    String at = "" + NOW.getEpochSecond();
    String right = signature(NOW, BODY);
    Instant old = NOW.minusSeconds(301);

    assertThat(send(front, BODY, at, "").statusCode()).isEqualTo(401);
    assertThat(send(front, BODY, "", right).statusCode()).isEqualTo(401);
    assertThat(send(front, BODY, at, right.substring(1)).statusCode()).isEqualTo(401);
    assertThat(send(front, BODY + " ", at, right).statusCode()).isEqualTo(401);
    assertThat(send(front, BODY, "" + (NOW.getEpochSecond() + 1), right).statusCode())
        .isEqualTo(401);
    assertThat(send(front, BODY, "" + old.getEpochSecond(), signature(old, BODY)).statusCode())
        .isEqualTo(401);
    assertThat(taken).isEmpty();
  }

  @Test
  void withoutASecretNothingIsTaken() {
    Front closed = open(Optional.empty());
    var answer = send(closed, BODY, "" + NOW.getEpochSecond(), signature(NOW, BODY));
    closed.close();

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "\u0000\u0001",
        "{\"id\":1,\"nik\":2}",
        "{\"id\":\"a\",\"enrolment\":null,\"amount\":1,\"channel\":null,\"paid_at\":null}",
        "{\"id\":null,\"nik\":null,\"enrolment\":null,\"amount\":null}",
        "{\"id\":\"a\",\"amount\":1,\"paid_at\":\"2026-11-20T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"351017030288912\",\"amount\":1,\"paid_at\":\"2026-11-20T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"3510170302889123\",\"amount\":-1,\"paid_at\":\"2026-11-20T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"3510170302889123\",\"amount\":1.5,\"paid_at\":\"2026-11-20T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"3510170302889123\",\"amount\":1,\"paid_at\":\"-5000-01-01T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"3510170302889123\",\"amount\":1,\"paid_at\":\"kemarin\",\"channel\":\"x\"}",
        "{\"id\":\"a\",\"nik\":\"3510170302889123\",\"amount\":1,\"paid_at\":\"2027-11-20T00:00:00Z\",\"channel\":\"x\"}",
        "{\"id\":\"a\\r"
            + "\\n"
            + "X: y\",\"nik\":\"3510170302889123\",\"amount\":1,\"paid_at\":\"2026-11-20T00:00:00Z\",\"channel\":\"x\"}"
      })
  void whatIsNoPaymentIsRefusedWithoutRepeatingIt(String body) {
    var answer = send(front, body, "" + NOW.getEpochSecond(), signature(NOW, body));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("351017", "kemarin");
    assertThat(taken).isEmpty();
  }

  @Test
  void tooMuchIsRefused() {
    String body = " ".repeat(17 << 10);

    assertThat(send(front, body, "" + NOW.getEpochSecond(), signature(NOW, body)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void theContractIsServed() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(front, "/api/openapi.yaml")).build();

    assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("/api/payments:");
  }

  private HttpResponse<String> send(Front to, String body, String at, String signature) {
    var request =
        HttpRequest.newBuilder(uri(to, "/api/payments"))
            .header("X-Kentongan-Timestamp", at)
            .header("X-Kentongan-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static URI uri(Front to, String path) {
    return URI.create("http://127.0.0.1:" + to.port() + path);
  }

  private static String signature(Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = at.getEpochSecond() + "." + body;
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
