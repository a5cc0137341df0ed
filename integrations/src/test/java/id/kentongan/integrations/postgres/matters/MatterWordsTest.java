package id.kentongan.integrations.postgres.matters;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.integrations.postgres.records.Verify;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state that the records can tell has its words.
class MatterWordsTest {
  static Stream<String> keys() {
    return Stream.of(
            Arrays.stream(EnrollmentState.values()).map(EnrollmentState::words),
            Arrays.stream(ClaimState.values()).map(ClaimState::words),
            Arrays.stream(AccidentState.values()).map(AccidentState::words),
            Stream.of(Verify.AGENT_ACTIVE))
        .flatMap(keys -> keys)
        .map(key -> "matter." + key);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void hasWords(String key) {
    assertThat(TestContent.load().words().has(key)).isTrue();
  }
}
