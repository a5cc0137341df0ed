package id.kentongan.bot.chaos;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/// All lines of one gateway. Its platforms, stores and it know only this end.
final class Wires implements AutoCloseable {
  private final Map<End, Wire> wires = new EnumMap<>(End.class);

  /// What is at the other end.
  enum End {
    REDIS("Redis"),
    POSTGRES("PostgreSQL"),
    TELEGRAM("Telegram"),
    TWILIO("Twilio");

    private final String shown;

    End(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  /// `addresses`: the real ones, as URIs with a port; `calls` gets the port of each connection
  /// there.
  Wires(Vertx vertx, Map<End, String> addresses, IntConsumer calls) {
    addresses.forEach((end, address) -> wires.put(end, new Wire(vertx, port(address), calls)));
  }

  Wire to(End end) {
    return Objects.requireNonNull(wires.get(end));
  }

  /// The address of what is there, through the line.
  String through(End end, String address) {
    return address.replaceFirst(":" + port(address) + "\\b", ":" + to(end).port());
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }

  private static int port(String address) {
    return URI.create(address.replaceFirst("^jdbc:", "")).getPort();
  }
}
