package id.kentongan.dialogs.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {
  @Test
  void aFaultIsToldToOperatorsInEnglish() {
    var fault =
        new Fault(
            "words/jv/a.yaml",
            "hello",
            Wrong.PLACEHOLDERS.of("[]"),
            Should.SAME_NAMES.of("words/id/a.yaml", "[name]"));
    assertThat(fault)
        .hasToString(
            "words/jv/a.yaml: hello: has the placeholders []"
                + " (allowed: those of words/id/a.yaml: [name])");
  }

  @Test
  void aBraceThatIsMeantStays() {
    assertThat(Wrong.BRACE.of()).hasToString("has a { without its }");
    assertThat(Should.PLACEHOLDER.of()).hasToString("{placeholder}");
    assertThat(Wrong.NO_FIGURE.of("{price}", "2026-01"))
        .hasToString("{price} has no value in 2026-01");
  }

  @Test
  void aPhraseIsFoundByItsKey() {
    assertThat(Wrong.NO_FIGURE.key()).isEqualTo("no-figure");
    assertThat(Should.SAYS_WHO.key()).isEqualTo("should.says-who");
  }
}
