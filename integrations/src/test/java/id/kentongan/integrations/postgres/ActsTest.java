package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActsTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final EffectId ID = EffectId.of(ME, 1, 0);

  private final TestDatabase test = TestDatabase.start();
  private final Keyring keys = new Keyring(TestDatabase.KEY);
  private final Acts acts = new Acts(test.database(), keys, new Talks(keys));
  private final AtomicInteger done = new AtomicInteger();

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void areDoneOnceByAllNodesTogether() {
    List<Future<Answer>> asked =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    acts.once(
                        ME,
                        ID,
                        (handle, talk) -> new Answer.Refused("try-" + done.incrementAndGet())))
            .toList();

    assertThat(asked.stream().map(TestDatabase::await)).containsOnly(new Answer.Refused("try-1"));
    assertThat(done).hasValue(1);
    assertThat(test.count("select count(*) from talks")).isEqualTo(1);
  }

  @Test
  void leaveNothingWhenTheyFail() {
    Future<Answer> failed =
        acts.once(
            ME,
            ID,
            (handle, talk) -> {
              handle.execute("insert into organisations (name, village) values ('x', 'y')");
              throw new IllegalStateException("lost");
            });

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> TestDatabase.await(failed)))
        .hasRootCauseMessage("lost");
    assertThat(test.count("select count(*) from organisations")).isZero();
    assertThat(TestDatabase.await(acts.once(ME, ID, (handle, talk) -> new Answer.MemberNotFound())))
        .isEqualTo(new Answer.MemberNotFound());
  }
}
