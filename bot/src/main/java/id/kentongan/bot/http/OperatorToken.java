package id.kentongan.bot.http;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.SealedLinks;
import java.time.Duration;
import java.time.InstantSource;

/// Shows that whoever asks a gateway about itself has its master key; good for a minute.
public final class OperatorToken {
  private static final Duration LASTS = Duration.ofMinutes(1);

  private final SealedLinks links;
  private final InstantSource clock;

  /// `clock` is the machine's.
  public OperatorToken(MasterKey key, InstantSource clock) {
    this.links = new SealedLinks(key, "operator");
    this.clock = clock;
  }

  public String made() {
    return links.seal("", clock.instant().plus(LASTS));
  }

  public boolean sound(String token) {
    return links.open(token, clock.instant()).isPresent();
  }
}
