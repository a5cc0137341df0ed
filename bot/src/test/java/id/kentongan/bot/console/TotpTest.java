package id.kentongan.bot.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /// The last six digits of RFC 6238, appendix B.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
  }

  @Test
  void takesTheStepBeforeAndAfterAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    long step = 1_111_111_109 / 30;
    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(Totp.step(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
    }
    assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    assertThat(Totp.step(SECRET, "08 18 04", now)).isPresent();
    assertThat(Totp.step(SECRET, "", now)).isEmpty();
  }

  /// RFC 4648, section 10.
  @Test
  void writesTheSecretAsPhonesReadIt() {
    assertThat(Totp.base32("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Totp.address(SECRET, "mas dimas"))
        .isEqualTo(
            "otpauth://totp/Kentongan:mas+dimas?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Kentongan");
  }
}
