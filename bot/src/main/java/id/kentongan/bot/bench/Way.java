package id.kentongan.bot.bench;

import id.kentongan.bot.bench.FakeTelegram.Sent;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Consumer;

/// How people reach the gateway.
public enum Way {
  /// Telegram posts each message.
  WEBHOOK,
  /// The gateway asks Telegram for messages.
  POLLING,
  /// WhatsApp by Twilio, which posts each message and reports on each answer.
  TWILIO;

  String described() {
    return switch (this) {
      case WEBHOOK -> "Telegram's webhook";
      case POLLING -> "Telegram by polling";
      case TWILIO -> "WhatsApp by Twilio";
    };
  }

  /// `listener` hears what the gateway sends.
  Courier courier(Vertx vertx, InstantSource clock, Consumer<Sent> listener) {
    return switch (this) {
      case WEBHOOK ->
          new WebhookCourier(vertx, clock, FakeTelegram.open(vertx, clock, listener).await());
      case POLLING -> new PollingCourier(clock, FakeTelegram.open(vertx, clock, listener).await());
      case TWILIO -> TwilioCourier.open(vertx, listener);
    };
  }
}
