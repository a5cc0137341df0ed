package id.kentongan.bot.bench;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;

/// Makes Telegram's updates of what people write, each with the next number.
final class Updates {
  private final InstantSource clock;
  private long next;

  Updates(InstantSource clock) {
    this.clock = clock;
    this.next = 1 + clock.instant().getEpochSecond() % 1_000_000 * 1000;
  }

  JsonObject of(Person person) {
    return person.update(next++, clock.instant().getEpochSecond());
  }
}
