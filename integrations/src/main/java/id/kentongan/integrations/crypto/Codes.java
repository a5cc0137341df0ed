package id.kentongan.integrations.crypto;

import id.kentongan.dialogs.values.Code;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// Makes and checks receipt codes: `K7M4-92QX`, six random characters and two signed by the master
/// key, of 27 that stay apart in bad handwriting. So one guess in 282 thousand million hits, and a
/// typing mistake is told from an unknown code without a look-up. Each holds a digit, by which it
/// is told from a word in a sentence.
public final class Codes {
  private static final String ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY";
  private static final int BODY = 6;
  private static final int LENGTH = 8;

  private final Hmac hmac;

  public Codes(MasterKey master) {
    this.hmac = new Hmac(master, "kentongan codes");
  }

  public Code next(SecureRandom random) {
    Code code;
    do {
      var body = new StringBuilder(LENGTH);
      for (int i = 0; i < BODY; i++) {
        body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      code = signed(body.toString());
    } while (wordlike(code));
    return code;
  }

  /// Always the same code for the same label under the same key: for sample data.
  public Code fixed(String label) {
    Code code = fixedBy("fixed:" + label);
    for (int again = 1; wordlike(code); again++) {
      code = fixedBy("fixed:" + label + ':' + again);
    }
    return code;
  }

  private Code fixedBy(String seed) {
    byte[] bytes = hmac.of(seed);
    var body = new StringBuilder(BODY);
    for (int i = 0; i < BODY; i++) {
      body.append(ALPHABET.charAt((bytes[i] & 0xff) % ALPHABET.length()));
    }
    return signed(body.toString());
  }

  /// The code as we write it, from what somebody typed; empty when we never made it.
  public Optional<Code> read(String typed) {
    String plain = plain(typed);
    if (plain.length() != LENGTH) {
      return Optional.empty();
    }
    String expected = check(plain.substring(0, BODY));
    return MessageDigest.isEqual(ascii(expected), ascii(plain.substring(BODY)))
        ? Optional.of(shaped(plain))
        : Optional.empty();
  }

  /// Letters and digits only, in capitals, look-alikes as the one that we use.
  static String plain(String typed) {
    return typed
        .substring(0, Math.min(typed.length(), 64))
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "")
        .replace('S', '5')
        .replace('B', '8')
        .replace('Z', '2')
        .replace('U', 'V');
  }

  private String check(String body) {
    byte[] signed = hmac.of(body);
    int value = (signed[0] & 0xff) << 16 | (signed[1] & 0xff) << 8 | (signed[2] & 0xff);
    int first = value % ALPHABET.length();
    int second = value / ALPHABET.length() % ALPHABET.length();
    return "" + ALPHABET.charAt(first) + ALPHABET.charAt(second);
  }

  private static boolean wordlike(Code code) {
    return code.text().chars().noneMatch(Character::isDigit);
  }

  private Code signed(String body) {
    return shaped(body + check(body));
  }

  private static Code shaped(String plain) {
    return new Code(plain.substring(0, 4) + '-' + plain.substring(4));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
