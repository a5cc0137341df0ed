package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ApiAnswerTest {
  private static final List<String> ANSWERS =
      List.of(
          "{\"ok\":true,\"result\":{\"message_id\":1}}",
          "{\"ok\":false,\"error_code\":429,\"description\":\"x\",\"parameters\":{\"retry_after\":5}}",
          "{\"ok\":false,\"error_code\":400,\"description\":null,\"parameters\":[]}");

  @Test
  void standsAnyAnswerAndKnowsWhatItMeans() throws java.io.IOException {
    long seed = Long.getLong("seed", 20261121L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 20_000; i++) {
      String answer = ANSWERS.get(i % ANSWERS.size());
      byte[] body =
          i % 2 == 0
              ? Mutations.bytes(answer.getBytes(StandardCharsets.UTF_8), random)
              : Fixtures.MAPPER.writeValueAsBytes(
                  Mutations.tree(Fixtures.MAPPER.readTree(answer), random));
      int status = random.nextInt(100, 600);
      assertThat(Outcomes.of(ApiAnswer.read(status, body))).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void doesNotWaitLongerThanADay() {
    String answer =
        "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":9223372036854775807}}";
    assertThat(ApiAnswer.read(429, answer.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new ApiAnswer.Refused(429, "", java.time.Duration.ofDays(1)));
  }
}
