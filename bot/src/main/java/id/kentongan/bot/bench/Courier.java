package id.kentongan.bot.bench;

import io.vertx.core.Future;
import java.util.Map;

/// Brings what people of ours write to a gateway, as their platform does, and hears what is sent to
/// them. Used on one event loop.
interface Courier {
  /// What a gateway is told to use this platform, by the environment's names.
  Map<String, String> settings();

  /// Brings a person's line; the HTTP status, 200 when it was taken.
  Future<Integer> bring(Gateway gateway, Person person);
}
