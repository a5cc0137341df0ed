package id.kentongan.bot.web;

import id.kentongan.bot.settings.Network;
import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a request comes from, as far as it can be believed: a line that anybody can write into
/// `X-Forwarded-For` counts only when a proxy of ours wrote it.
final class Caller {
  private final List<Network> proxies;

  /// `proxies` stand in front of this gateway and add to `X-Forwarded-For` who called them.
  Caller(List<Network> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  /// The address that limits are counted by. Of a v6 address its network of 64 bits, because all of
  /// that is one customer's.
  String of(String peer, MultiMap headers) {
    return Network.address(peer.replaceFirst("%.*$", ""))
        .map(address -> Network.counted(caller(address, headers)))
        .orElse(peer);
  }

  /// The last one on the way that is no proxy of ours. What cannot be read was written by no proxy:
  /// then it is the last that could.
  private InetAddress caller(InetAddress peer, MultiMap headers) {
    String way = String.join(",", headers.getAll("X-Forwarded-For"));
    List<String> before = Arrays.asList(way.split(",")).reversed();
    InetAddress caller = peer;
    for (String hop : before) {
      Optional<InetAddress> told = Network.address(hop.strip());
      if (told.isEmpty() || !ours(caller)) {
        return caller;
      }
      caller = told.get();
    }
    return caller;
  }

  private boolean ours(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.holds(address));
  }
}
