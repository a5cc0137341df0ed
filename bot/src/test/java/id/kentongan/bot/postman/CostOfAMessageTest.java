package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.Shard;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a message costs in counts that are the same on any machine, with room for what happens now
/// and then: a lease renewed, a deletion that two messages did not share.
final class CostOfAMessageTest {
  private static final int PEOPLE = 20;
  private static final int ROUNDS = 10;
  private static final double MESSAGES = PEOPLE * ROUNDS;
  private static final double MOST_BYTES = 60_000;

  private final FakeWorld world = new FakeWorld();
  private final TestGateway gateway =
      new TestGateway(Stores.newRedis(), world, TestGateway.LASTING).started();
  private final List<ConversationId> people =
      IntStream.range(0, PEOPLE).mapToObj(i -> TestTalks.someone()).toList();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void itTakesFewCommandsOfRedis() {
    talk(0);
    Map<String, Long> before = gateway.redis.commandCalls();
    talk(ROUNDS);
    Map<String, Long> after = gateway.redis.commandCalls();

    // one to commit, at most one to delete what is done
    assertThat(each("fcall", before, after)).as("calls of functions").isBetween(1.0, 2.2);
    // within the commit, for the conversation is known from its last turn
    assertThat(each("get", before, after)).isBetween(1.0, 1.05);
    assertThat(each("set", before, after)).isBetween(1.0, 1.05);
    // the answer and the journal
    assertThat(each("xadd", before, after)).isBetween(2.0, 2.05);
    double all =
        after.keySet().stream()
            .filter(name -> !name.equals("xlen")) // asked by this test
            .mapToDouble(name -> each(name, before, after))
            .sum();
    assertThat(all).as("commands, within functions too").isLessThan(10);
  }

  @Test
  void itTakesLittleMemory() {
    // why so many: the first thousands are interpreted, and that allocates more
    IntStream.range(0, 10).forEach(i -> talk(i * ROUNDS));
    long before = allocated();
    talk(10 * ROUNDS);
    assertThat((allocated() - before) / MESSAGES).as("bytes a message").isLessThan(MOST_BYTES);
  }

  private void talk(int from) {
    for (int i = from; i < from + ROUNDS; i++) {
      String text = "n" + i;
      await(Future.all(people.stream().map(who -> gateway.say(who, text, text)).toList()));
    }
    await().until(() -> world.sent.size() == (from + ROUNDS) * PEOPLE);
    await().pollInterval(Duration.ofMillis(50)).until(() -> pending() == 0);
  }

  private long pending() {
    return Shard.names().stream().mapToLong(gateway.redis::pending).sum();
  }

  private static double each(String command, Map<String, Long> before, Map<String, Long> after) {
    return (after.getOrDefault(command, 0L) - before.getOrDefault(command, 0L)) / MESSAGES;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }
}
