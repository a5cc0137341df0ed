package id.kentongan.integrations.twilio;

import java.net.URI;
import java.util.Locale;

/// Where Twilio's three APIs are, each without a slash at its end: messages and media, content,
/// and the typing indicator.
public record TwilioAddresses(URI api, URI content, URI messaging) {
  /// @throws IllegalArgumentException when one is no `http` or `https` address
  public TwilioAddresses {
    for (URI address : new URI[] {api, content, messaging}) {
      if (address.getHost() == null || !("https".equals(address.getScheme()) || plain(address))) {
        throw new IllegalArgumentException("twilio: not an http(s) address: " + address);
      }
    }
  }

  /// Whether an address is at the same scheme, host and port as another.
  static boolean sameOrigin(URI one, URI other) {
    return one.getHost() != null
        && other.getHost() != null
        && one.getUserInfo() == null
        && lower(one.getHost()).equals(lower(other.getHost()))
        && plain(one) == plain(other)
        && port(one) == port(other);
  }

  static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : plain(address) ? 80 : 443;
  }

  static boolean plain(URI address) {
    return "http".equalsIgnoreCase(address.getScheme());
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
