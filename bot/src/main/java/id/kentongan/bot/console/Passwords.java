package id.kentongan.bot.console;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/// Officers' passwords: Argon2id with 19 MiB, two rounds, one lane.
///
/// Source: cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
public final class Passwords {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final String NOBODYS = hash("nobody has this password");

  private Passwords() {}

  /// With its salt and parameters. Takes a tenth of a second.
  public static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
  }

  /// One that nobody has thought of, to be replaced by its reader: 80 bits.
  static String fresh() {
    byte[] bits = new byte[10];
    new java.security.SecureRandom().nextBytes(bits);
    return Totp.base32(bits).toLowerCase(java.util.Locale.ROOT);
  }

  static boolean fits(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /// As long as a real check takes, so that a name that nobody has is not told by its speed.
  static boolean fitsNobody(String password) {
    return fits(password, NOBODYS) && password.isEmpty();
  }
}
