package id.kentongan.bot.http;

import id.kentongan.bot.settings.Network;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The open connections of one event loop, which alone uses it. So many at most, of one address
/// that is no proxy of ours a quarter of them: more are closed at once. Who takes longer than half
/// a minute to say what they want, drop by drop, or two minutes until they want something more, or
/// ten for a whole request, is closed too.
final class Lines {
  private static final long HEAD_NANOS = 30_000_000_000L;
  private static final long NEXT_NANOS = 120_000_000_000L;
  private static final long REQUEST_NANOS = 600_000_000_000L;

  private final int most;
  private final List<Network> proxies;
  private final LongSupplier nanos;
  private final Map<HttpConnection, Line> open = new HashMap<>();
  private final Map<String, Integer> addresses = new HashMap<>();

  /// `since`: when it was opened, began to ask, or was found quiet.
  private static final class Line {
    private final String address;
    private long since;
    private boolean served;
    private final List<HttpServerRequest> asking = new ArrayList<>(1);

    Line(String address, long since) {
      this.address = address;
      this.since = since;
    }
  }

  Lines(int most, List<Network> proxies, LongSupplier nanos) {
    this.most = most;
    this.proxies = List.copyOf(proxies);
    this.nanos = nanos;
  }

  void opened(HttpConnection connection) {
    String address = address(connection.remoteAddress());
    boolean many = !address.isEmpty() && addresses.getOrDefault(address, 0) >= most / 4;
    if (many || open.size() >= most) {
      connection.close();
      return;
    }
    open.put(connection, new Line(address, nanos.getAsLong()));
    addresses.merge(address, 1, Integer::sum);
    connection.closeHandler(closed -> closed(connection));
  }

  /// Its head has come.
  void asked(HttpServerRequest request) {
    Line line = open.get(request.connection());
    if (line != null) {
      line.asking.removeIf(Lines::done);
      line.asking.add(request);
      line.since = nanos.getAsLong();
    }
  }

  /// Closes those that somebody holds without using them.
  void look() {
    long now = nanos.getAsLong();
    var held = new ArrayList<HttpConnection>();
    open.forEach(
        (connection, line) -> {
          if (held(line, now)) {
            held.add(connection);
          }
        });
    held.forEach(HttpConnection::close);
  }

  int size() {
    return open.size();
  }

  private static boolean held(Line line, long now) {
    if (line.asking.isEmpty()) {
      return now - line.since > (line.served ? NEXT_NANOS : HEAD_NANOS);
    }
    line.asking.removeIf(Lines::done);
    if (line.asking.isEmpty()) {
      line.served = true;
      line.since = now;
    }
    return now - line.since > REQUEST_NANOS
        && line.asking.stream().anyMatch(request -> !request.isEnded());
  }

  private static boolean done(HttpServerRequest request) {
    return request.isEnded() && (request.response().ended() || request.response().closed());
  }

  private void closed(HttpConnection connection) {
    Line line = open.remove(connection);
    if (line != null) {
      addresses.computeIfPresent(line.address, (address, n) -> n > 1 ? n - 1 : null);
    }
  }

  /// The peer's, of v6 the network of 64 bits; nothing for a proxy, which speaks for many.
  private String address(@Nullable SocketAddress peer) {
    String text = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
    return Network.address(text.replaceFirst("%.*$", ""))
        .filter(address -> proxies.stream().noneMatch(proxy -> proxy.holds(address)))
        .map(Network::counted)
        .orElse("");
  }
}
