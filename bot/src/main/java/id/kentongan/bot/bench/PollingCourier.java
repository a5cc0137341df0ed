package id.kentongan.bot.bench;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;

/// Telegram as it keeps updates until the gateway asks for them. Taken is what it keeps.
final class PollingCourier implements Courier {
  private final FakeTelegram telegram;
  private final Updates updates;

  PollingCourier(InstantSource clock, FakeTelegram telegram) {
    this.telegram = telegram;
    this.updates = new Updates(clock);
  }

  @Override
  public Map<String, String> settings() {
    return telegram.settings("polling");
  }

  @Override
  public Future<Integer> bring(Gateway gateway, Person person) {
    telegram.keep(updates.of(person));
    return Future.succeededFuture(200);
  }
}
