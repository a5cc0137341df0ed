package id.kentongan.integrations.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Texts sealed into what fits an address, for a while: who has the address can use it, nobody can
/// read it or make another. The same on every node with the same master key.
public final class SealedLinks {
  private static final int LONGEST = 2048;

  private final DataKey key;
  private final String purpose;

  /// A token made for one purpose is worth nothing for another.
  public SealedLinks(MasterKey master, String purpose) {
    this.key = DataKey.of(master.derive("kentongan links"));
    this.purpose = purpose;
  }

  /// Letters, digits, `-` and `_`.
  public String seal(String text, Instant until) {
    byte[] plain = (until.getEpochSecond() + "\n" + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(plain, purpose));
  }

  /// The text; empty when it is too late, or the token is none of ours.
  public Optional<String> open(String token, Instant now) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] plain = key.open(Base64.getUrlDecoder().decode(token), purpose);
      String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
      return now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])))
          ? Optional.of(parts[1])
          : Optional.empty();
    } catch (BrokenSeal | IllegalArgumentException noTokenOfOurs) {
      return Optional.empty();
    }
  }
}
