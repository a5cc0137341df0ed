package id.kentongan.integrations;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who does what among the nodes: leases that end by themselves, and the nodes that live.
public interface Leases {
  /// Takes the lease when it is free or ended, or renews it when it is this node's; empty when
  /// another node holds it.
  Future<Optional<Lease>> claim(String name);

  /// Gives it back, so that another node need not wait for its end.
  Future<Void> release(Lease lease);

  /// Says that this node lives; the nodes that do, in the order of their names.
  Future<List<String>> beat();

  /// Says that this node goes.
  Future<Void> leave();

  /// How long a lease lasts without being renewed.
  Duration lasts();
}
