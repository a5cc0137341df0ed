package id.kentongan.bot.http;

import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Settled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `POST /api/payments`: payment notices, signed, each taken once by its id; and the contract at
/// `GET /api/openapi.yaml`. Without a secret nothing is taken.
public final class PaymentDoor {
  private static final int BODY_LIMIT = 16 << 10;

  private final Function<Payment, Future<Settled>> taker;
  private final Optional<SignedBody> signed;
  private final InstantSource clock;

  public PaymentDoor(
      Function<Payment, Future<Settled>> taker, Optional<String> secret, InstantSource clock) {
    this.taker = taker;
    this.signed = secret.map(text -> new SignedBody(text, clock));
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post("/api/payments").handler(this::receive);
    String contract = contract();
    router
        .get("/api/openapi.yaml")
        .handler(
            route -> route.response().putHeader("Content-Type", "application/yaml").end(contract));
  }

  private static String contract() {
    try (InputStream in = PaymentDoor.class.getResourceAsStream("/api/openapi.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(RoutingContext route) {
    Bounded.read(route, BODY_LIMIT, body -> judge(route, body));
  }

  /// A header that came once.
  private static @Nullable String only(RoutingContext route, String header) {
    List<String> values = route.request().headers().getAll(header);
    return values.size() == 1 ? values.getFirst() : null;
  }

  private void judge(RoutingContext route, Buffer body) {
    String at = only(route, "X-Kentongan-Timestamp");
    String signature = only(route, "X-Kentongan-Signature");
    if (signed.isEmpty() || !signed.get().holds(at, signature, body)) {
      Answers.refuse(route, 401, "not signed, or too long ago");
      return;
    }
    switch (PaymentNote.of(body, clock.instant())) {
      case PaymentNote.Read.Bad(String why) -> Answers.refuse(route, 400, why);
      case PaymentNote.Read.Good(Payment payment) ->
          taker
              .apply(payment)
              .onSuccess(settled -> answer(route, payment, settled))
              .onFailure(lost -> Answers.refuse(route, 503, "not stored, send again"));
    }
  }

  private static void answer(RoutingContext route, Payment payment, Settled settled) {
    var body = new JsonObject().put("id", payment.id());
    switch (settled) {
      case Settled.Taken(String number) ->
          Answers.json(route, 200, body.put("number", number).put("state", "taken"));
      case Settled.Review(String number, Payment.Reason reason) ->
          Answers.json(
              route,
              200,
              body.put("number", number)
                  .put("state", "review")
                  .put("reason", reason.name().toLowerCase(Locale.ROOT)));
      case Settled.Conflict _ ->
          Answers.refuse(route, 409, "another payment came under this id before");
    }
  }
}
