package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeskTest {
  private static final String REDIS = Stores.newRedis();

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();
  private final TestGateway gateway =
      new TestGateway(REDIS, world, TestGateway.LASTING, new Flood(3, 0.001)).started();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aFloodIsRefusedAndItsSenderToldOnce() {
    var received =
        IntStream.range(0, 6).mapToObj(i -> await(gateway.say(who, "m" + i, "n" + i))).toList();
    assertThat(received)
        .containsExactly(
            Received.COMMITTED,
            Received.COMMITTED,
            Received.COMMITTED,
            Received.COMMITTED,
            Received.FLOODED,
            Received.FLOODED);
    await().until(() -> world.saidTo(who).size() == 4);
    assertThat(world.saidTo(who)).containsExactly("n0", "n1", "n2", "pelan-pelan");
    assertThat(gateway.heardBy(who)).containsExactly("n0", "n1", "n2");
    assertThat(await(gateway.say(someone(), "other", "halo"))).isEqualTo(Received.COMMITTED);
  }

  @Test
  void anEventOlderThanWhatIsRememberedStandsInTheJournalOnly() {
    var old = Instant.now().minus(Duration.ofDays(8)).minusSeconds(1);
    assertThat(await(gateway.say(who, "m1", "dulu", old))).isEqualTo(Received.LATE);
    assertThat(gateway.heardBy(who)).isEmpty();
    assertThat(world.journal).hasSize(1);
    assertThat(world.journal.getFirst().entry().state()).isEqualTo("late");
  }

  @Test
  void tooManyThatWaitAreRefusedSoThatTheProviderRepeats() {
    var patient = new TestGateway(REDIS, world, TestGateway.LASTING, new Flood(10_000, 1));
    // why on their loop: none of them is done before the last has come
    List<Future<Received>> answers =
        await(
            patient.desk.beside(
                who,
                () ->
                    Future.succeededFuture(
                        IntStream.range(0, 400)
                            .mapToObj(i -> patient.say(who, "b" + i, "b" + i))
                            .toList())));
    await().until(() -> answers.stream().allMatch(answer -> answer.isComplete()));
    assertThat(answers).anyMatch(answer -> answer.cause() instanceof Desk.Busy);
    long taken = answers.stream().filter(answer -> answer.succeeded()).count();
    assertThat(patient.heardBy(who)).hasSize((int) taken);
    patient.close();
  }

  @Test
  void whenRedisIsAwayNothingIsAccepted() {
    // why one of its own: it cannot give back what it works on
    var lonely = new TestGateway(Stores.newRedis(), world, TestGateway.LASTING).started();
    lonely.redis.functions.close();
    assertThatThrownBy(() -> await(lonely.say(who, "m1", "halo"))).isInstanceOf(Error.class);
    assertThat(List.copyOf(world.sent)).isEmpty();
    lonely.close();
  }
}
