package id.kentongan.dialogs.ear.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartedTest {
  @Test
  void wordsAreWhatStandsBetweenOtherSigns() {
    assertThat(Parted.by(" desa kalipait, rt 3!", Character::isLetterOrDigit))
        .containsExactly("desa", "kalipait", "rt", "3");
    assertThat(Parted.by("ꦗꦮ🌾jawa", Character::isLetter)).containsExactly("ꦗꦮ", "jawa");
    assertThat(Parted.by("🌾padi🌾", sign -> sign != 'p')).containsExactly("🌾", "adi🌾");
    assertThat(Parted.by("..!", Character::isLetter)).isEmpty();
    assertThat(Parted.by("", Character::isLetter)).isEmpty();
  }
}
