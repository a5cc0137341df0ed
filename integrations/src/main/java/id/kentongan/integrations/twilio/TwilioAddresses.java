package id.kentongan.integrations.twilio;

import java.net.URI;

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

  private static boolean plain(URI address) {
    return "http".equalsIgnoreCase(address.getScheme());
  }
}
