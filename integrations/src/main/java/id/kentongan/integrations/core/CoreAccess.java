package id.kentongan.integrations.core;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the core system is, the key that it gave us, and how patient we are: the time for one
/// request, how often it is tried, and how long the breaker stays open after failures in a row.
/// Prints without the key.
public record CoreAccess(
    URI api, Optional<String> key, Duration deadline, int tries, Duration breakFor) {
  public static CoreAccess of(URI api, Optional<String> key) {
    return new CoreAccess(api, key, Duration.ofSeconds(5), 3, Duration.ofSeconds(30));
  }

  @Override
  public String toString() {
    return "CoreAccess[" + api + "]";
  }
}
