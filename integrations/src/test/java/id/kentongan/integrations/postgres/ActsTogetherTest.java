package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.postgres.ActsTogether.Begun;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActsTogetherTest {
  private static final String BROKEN = "broken";

  private final TestDatabase test = TestDatabase.start();
  private final Keyring keys = new Keyring(TestDatabase.KEY);
  private final Queue<Integer> batches = new ConcurrentLinkedQueue<>();
  private final ActsTogether<String> acts = node();

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void carryOutEachOnceForHoweverManyAsk() {
    List<Future<Optional<Answer>>> asked =
        IntStream.range(0, 60).mapToObj(i -> ask(acts, i % 20, "wish")).toList();

    asked.forEach(one -> assertThat(TestDatabase.await(one)).isPresent());

    for (int i = 0; i < 60; i++) {
      assertThat(TestDatabase.await(asked.get(i))).contains(new Answer.Refused("wish-" + i % 20));
    }
    assertThat(test.count("select count(*) from organisations")).isEqualTo(20);
    assertThat(test.count("select count(*) from acts")).isEqualTo(20);
    assertThat(batches.size()).isLessThan(60);
  }

  @Test
  void areDoneOnceByAllNodesTogether() {
    var nodes = List.of(acts, node(), node());
    List<Future<Optional<Answer>>> asked =
        IntStream.range(0, 30).mapToObj(i -> ask(nodes.get(i % 3), i / 3, "wish")).toList();

    for (int i = 0; i < 30; i++) {
      assertThat(TestDatabase.await(asked.get(i))).contains(new Answer.Refused("wish-" + i / 3));
    }
    assertThat(test.count("select count(*) from organisations")).isEqualTo(10);
    assertThat(test.count("select count(*) from talks")).isEqualTo(10);
  }

  @Test
  void letNobodyFailForAnothersSake() {
    List<Future<Optional<Answer>>> asked =
        IntStream.range(0, 9).mapToObj(i -> ask(acts, i, i == 4 ? BROKEN : "wish")).toList();

    for (int i = 0; i < 9; i++) {
      Future<Optional<Answer>> one = asked.get(i);
      if (i == 4) {
        assertThat(catchThrowable(() -> TestDatabase.await(one))).hasRootCauseMessage(BROKEN);
      } else {
        assertThat(TestDatabase.await(one)).contains(new Answer.Refused("wish-" + i));
      }
    }
    assertThat(test.count("select count(*) from organisations")).isEqualTo(8);
    assertThat(TestDatabase.await(ask(acts, 4, "wish"))).contains(new Answer.Refused("wish-4"));
  }

  private ActsTogether<String> node() {
    return new ActsTogether<>(test.database(), keys, new Talks(keys), Duration.ZERO, this::founded);
  }

  private static Future<Optional<Answer>> ask(ActsTogether<String> node, int person, String wish) {
    var who = new ConversationId("telegram", "47" + person);
    return node.once(who, EffectId.of(who, 1, 0), wish + (wish.equals(BROKEN) ? "" : "-" + person));
  }

  private List<Optional<Answer>> founded(Handle handle, Writes writes, List<Begun<String>> begun) {
    batches.add(begun.size());
    return begun.stream().map(one -> founded(handle, one.what())).toList();
  }

  private static Optional<Answer> founded(Handle handle, String wish) {
    if (wish.equals(BROKEN)) {
      throw new IllegalStateException(BROKEN);
    }
    handle.execute("insert into organisations (name, village) values (?, 'Tegaldlimo')", wish);
    return Optional.of(new Answer.Refused(wish));
  }
}
