package id.kentongan.bot.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Telegram as it posts updates.
final class WebhookCourier implements Courier {
  /// Telegram's own maximum. Source: https://core.telegram.org/bots/api#setwebhook
  static final int CONNECTIONS = 100;

  private final FakeTelegram telegram;
  private final Updates updates;
  private final HttpClient client;
  // why: at the limit's rate to make these for each message is a tenth of the load's work.
  private final Map<Gateway, RequestOptions> doors = new HashMap<>();

  WebhookCourier(Vertx vertx, InstantSource clock, FakeTelegram telegram) {
    this.telegram = telegram;
    this.updates = new Updates(clock);
    this.client = client(vertx, CONNECTIONS);
  }

  static HttpClient client(Vertx vertx, int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions().setTcpNoDelay(true),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  @Override
  public Map<String, String> settings() {
    return telegram.settings("webhook");
  }

  @Override
  public Future<Integer> bring(Gateway gateway, Person person) {
    var update = updates.of(person).toBuffer();
    return client
        .request(doors.computeIfAbsent(gateway, WebhookCourier::door))
        .compose(request -> request.send(update))
        .compose(response -> response.end().map(response.statusCode()));
  }

  private static RequestOptions door(Gateway gateway) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost("127.0.0.1")
        .setPort(gateway.port())
        .setURI("/webhooks/telegram")
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Telegram-Bot-Api-Secret-Token", Gateway.SECRET);
  }
}
