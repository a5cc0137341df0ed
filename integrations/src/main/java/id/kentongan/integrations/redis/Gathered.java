package id.kentongan.integrations.redis;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// What is for other nodes, sent to each together when the event loop has done what it is at. Safe
/// for any thread.
final class Gathered<T> {
  private final Vertx vertx;
  private final BiConsumer<String, List<T>> sending;
  private final Map<String, List<T>> waiting = new HashMap<>();

  Gathered(Vertx vertx, BiConsumer<String, List<T>> sending) {
    this.vertx = vertx;
    this.sending = sending;
  }

  void add(String node, T one) {
    if (first(node, one)) {
      vertx.getOrCreateContext().runOnContext(go -> sending.accept(node, taken(node)));
    }
  }

  private synchronized boolean first(String node, T one) {
    List<T> all = waiting.computeIfAbsent(node, fresh -> new ArrayList<>());
    all.add(one);
    return all.size() == 1;
  }

  private synchronized List<T> taken(String node) {
    List<T> all = waiting.remove(node);
    return all == null ? List.of() : all;
  }
}
