package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.redis.Shard;
import id.kentongan.integrations.stores.Stores;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A burst that is committed to Redis before anything of it has left: questions of the form are
/// withdrawn by the next commit, answers never.
final class BurstTest {
  private static final String REDIS = Stores.newRedis();

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();
  private TestGateway gateway;

  @BeforeEach
  void open() {
    gateway = new TestGateway(REDIS, world, TestGateway.LASTING);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void answersOfABurstAreMetByOneQuestion(int n) {
    assertThat(heardAfter(burst("ask ", n))).containsExactly("ask " + (n - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void everyQuestionOfABurstIsAnswered(int n) {
    var asked = burst("jawab ", n);
    assertThat(heardAfter(asked)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void questionsAmongAnswersAreAnsweredInTheirOrder(int n) {
    var mixed = burst("x", n).stream().flatMap(x -> Stream.of("ask " + x, "jawab " + x)).toList();
    var answers = mixed.stream().filter(text -> text.startsWith("jawab")).toList();
    assertThat(heardAfter(mixed)).isEqualTo(answers);
  }

  private static List<String> burst(String word, int n) {
    return IntStream.range(0, n).mapToObj(i -> word + i).toList();
  }

  /// What the person gets when all was written before the postman begins.
  private List<String> heardAfter(List<String> texts) {
    texts.forEach(text -> await(gateway.say(who, text, text)));
    gateway.started();
    await().until(() -> !world.saidTo(who).isEmpty() && waiting() == 0);
    return world.saidTo(who);
  }

  private long waiting() {
    return Shard.names().stream().mapToLong(gateway.redis::pending).sum();
  }
}
