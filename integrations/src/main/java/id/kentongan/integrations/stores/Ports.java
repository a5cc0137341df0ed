package id.kentongan.integrations.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine that nobody uses now.
public final class Ports {
  /// why: below the range from which the system lends ports to outgoing connections (32768), so
  /// that whoever begins there a little later, or again, finds it free.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  private Ports() {}

  public static int free() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .filter(Ports::free)
        .findFirst()
        .orElseThrow();
  }

  static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
