package id.kentongan.integrations.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Which server has what, as this connection knows it now.
interface Topology {
  /// The master of a key's slot.
  CompletionStage<Master> master(String key);

  /// The server that a redirection names, as `host:port`.
  CompletionStage<Master> at(String address);

  /// Every master that has slots.
  CompletionStage<List<RedisAsyncCommands<String, byte[]>>> masters();

  /// Looks again soon, because what was known did not hold.
  void outdated();
}
