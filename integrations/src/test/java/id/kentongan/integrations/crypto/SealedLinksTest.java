package id.kentongan.integrations.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedLinksTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final MasterKey KEY = MasterKey.of(new byte[32]);
  private final SealedLinks links = new SealedLinks(KEY, "media");

  @Test
  void opensUntilItsTime() {
    String token = links.seal("application/pdf\n7d9f\nkartu ä.pdf", NOON);
    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(new SealedLinks(KEY, "media").open(token, NOON.minusSeconds(1)))
        .contains("application/pdf\n7d9f\nkartu ä.pdf");
    assertThat(links.open(token, NOON)).isEmpty();
  }

  @Test
  void isWorthNothingElsewhere() {
    String token = links.seal("7d9f", NOON);
    Instant before = NOON.minusSeconds(1);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new SealedLinks(KEY, "card").open(token, before)).isEmpty();
    assertThat(new SealedLinks(MasterKey.of(other), "media").open(token, before)).isEmpty();
  }

  @Test
  void noChangeOpens() {
    String token = links.seal("7d9f", NOON);
    for (int i = 0; i < token.length() - 1; i++) {
      char changed = token.charAt(i) == 'A' ? 'B' : 'A';
      String bad = token.substring(0, i) + changed + token.substring(i + 1);
      assertThat(links.open(bad, NOON.minusSeconds(1))).isEmpty();
      assertThat(links.open(token.substring(0, i), NOON.minusSeconds(1))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "====", "../../etc/passwd", "ä", "%00"})
  void nothingElseOpens(String token) {
    assertThat(links.open(token, Instant.MIN)).isEmpty();
  }
}
