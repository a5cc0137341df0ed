package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.Argon2id;
import java.security.SecureRandom;
import java.util.Locale;

/// Officers' passwords.
final class Passwords {
  private Passwords() {}

  /// One that nobody has thought of, to be replaced by its reader: 80 bits.
  static String fresh() {
    byte[] bits = new byte[10];
    new SecureRandom().nextBytes(bits);
    return Totp.base32(bits).toLowerCase(Locale.ROOT);
  }

  /// As long as a real check takes, so that a name that nobody has is not told by its speed.
  static boolean fitsNobody(String password) {
    return Argon2id.fits(password, Argon2id.NOBODYS) && password.isEmpty();
  }
}
