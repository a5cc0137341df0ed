package id.kentongan.integrations.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Code;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Codes codes = new Codes(MasterKey.of(new byte[32]));

  @Test
  void areShortShapedAndNeverTheSameSoon() {
    var seen = new HashSet<Code>();
    for (int i = 0; i < 1_000; i++) {
      Code code = codes.next(RANDOM);
      assertThat(code.text()).matches("[2-9AC-HJKMNP-RTV-Y]{4}-[2-9AC-HJKMNP-RTV-Y]{4}");
      assertThat(code.text()).as("told from a word in a sentence").containsPattern("[0-9]");
      assertThat(codes.fixed("sample " + i).text()).containsPattern("[0-9]");
      seen.add(code);
    }
    assertThat(seen).hasSizeGreaterThan(995);
  }

  @Test
  void areReadHoweverTheyAreTyped() {
    Code code = codes.next(RANDOM);
    String lookalikes = code.text().replace('5', 'S').replace('8', 'b').replace('2', 'z');

    assertThat(codes.read(code.text())).contains(code);
    assertThat(codes.read(" " + code.text().toLowerCase(Locale.ROOT).replace('-', ' ')))
        .contains(code);
    assertThat(codes.read(lookalikes.replace('V', 'u'))).contains(code);
  }

  @Test
  void tellATypingMistake() {
    var random = new Random(7);
    int passed = 0;
    for (int i = 0; i < 10_000; i++) {
      var typed = new StringBuilder(codes.next(RANDOM).text().replace("-", ""));
      int at = random.nextInt(typed.length());
      typed.setCharAt(at, typed.charAt(at) == '7' ? '9' : '7');
      passed += codes.read(typed.toString()).isPresent() ? 1 : 0;
    }
    // One mistake in 729 passes by chance: fourteen of ten thousand, and never half a hundred.
    assertThat(passed).isLessThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "K7M4", "K7M4-92QXX", "\u0000\uD800", "１２３４５６７８"})
  void neverThrowWhateverIsTyped(String typed) {
    assertThat(codes.read(typed)).isEmpty();
    assertThat(codes.read(typed.repeat(100_000))).isEmpty();
  }

  @Test
  void ofAnotherKeyAreMistakes() {
    byte[] other = new byte[32];
    other[0] = 1;
    var others = new Codes(MasterKey.of(other));
    long read =
        java.util.stream.IntStream.range(0, 1_000)
            .filter(i -> codes.read(others.next(RANDOM).text()).isPresent())
            .count();
    assertThat(read).isLessThan(20);
  }
}
