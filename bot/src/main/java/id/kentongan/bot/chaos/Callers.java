package id.kentongan.bot.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which gateway is behind a connection at a platform, by the port that its line calls from.
final class Callers {
  static final int UNKNOWN = -1;

  private final Map<Integer, Integer> nodes = new ConcurrentHashMap<>();

  void call(int port, int node) {
    nodes.put(port, node);
  }

  int of(int port) {
    return nodes.getOrDefault(port, UNKNOWN);
  }
}
