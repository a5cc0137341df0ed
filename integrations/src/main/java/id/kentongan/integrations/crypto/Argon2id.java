package id.kentongan.integrations.crypto;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/// What people know by heart (passwords, keys of six digits), kept as Argon2id: 19 MiB, two rounds,
/// one lane. Each call takes a tenth of a second; the first keeps 20 MB for the later ones, which a
/// gateway that nobody signs in to never takes.
///
/// Source: cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
public final class Argon2id {
  /// What nobody knows: to be compared where there is nothing to compare with, so that the time
  /// does not tell it.
  public static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$gm+eD6kCdesycBhltxLWNg$88tQ5IuyzaPQK5buWSSKN9zPIDwMyo6giDTE9C729kI";

  private Argon2id() {}

  /// With its salt and parameters.
  public static String hash(String secret) {
    var argon2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    return Password.hash(secret).addRandomSalt(16).with(argon2).getResult();
  }

  public static boolean fits(String secret, String hash) {
    return Password.check(secret, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
