package id.kentongan.integrations.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BlindIndexTest {
  private final BlindIndex index = new BlindIndex(MasterKey.of(new byte[32]));

  /// What was written under a key must be found for ever: this never changes.
  @Test
  void givesTheSameForEver() {
    assertThat(HexFormat.of().formatHex(index.nik(new Nik("3510176708859003"))))
        .isEqualTo("865a25bcbab017cb2b96e4b7657d780b03897d4fffbdd0bda4f1a9826740b297");
  }

  @Test
  void normalisesWhatItIsGiven() {
    assertThat(index.kpj("21 012 345 678")).isEqualTo(index.kpj("21012345678"));
    assertThat(index.code("k7m4 92qx")).isEqualTo(index.code("K7M4-92QX"));
  }

  @Test
  void tellsKindsValuesAndKeysApart() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(index.kpj("21012345678")).isNotEqualTo(index.code("21012345678"));
    assertThat(index.phone(new Phone("+6281234567890")))
        .hasSize(32)
        .isNotEqualTo(index.phone(new Phone("+6281234567891")))
        .isNotEqualTo(new BlindIndex(MasterKey.of(other)).phone(new Phone("+6281234567890")));
  }
}
