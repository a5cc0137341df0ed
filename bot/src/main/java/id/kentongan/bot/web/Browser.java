package id.kentongan.bot.web;

import id.kentongan.bot.settings.Network;
import java.util.List;

/// How browsers reach us. `https`: the public address is https, so cookies are sent only there and
/// browsers are told to stay. `proxies`: whose word in `X-Forwarded-For` is believed.
public record Browser(boolean https, List<Network> proxies) {
  /// A cookie's name. With `__Host-` a browser takes it over https alone, and from no other host of
  /// the same domain, which could put its own in our place.
  public static String cookie(String name, boolean https) {
    return https ? "__Host-" + name : name;
  }
}
