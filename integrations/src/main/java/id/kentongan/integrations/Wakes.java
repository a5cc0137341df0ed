package id.kentongan.integrations;

import io.vertx.core.Future;
import java.util.function.Consumer;

/// Tells a node that another one put work into a shard it owns. Best effort: what is missed is
/// found when the lease is renewed.
public interface Wakes {
  /// Calls with the shard's name.
  Future<Void> listen(Consumer<String> shard);
}
