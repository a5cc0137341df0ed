package id.kentongan.integrations.postgres.learning;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.privacy.Purge;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewLabelsTest {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final ReviewLabels labels = new ReviewLabels(test.database(), clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void whatCameMostOftenIsLabelledFirstAndOnce() {
    came("1", "bayar dimana");
    came("2", "bayar dimana");
    came("3", "anu");
    var queue = await(labels.queue(10));
    assertThat(queue.left()).isEqualTo(2);
    assertThat(queue.waiting().getFirst())
        .isEqualTo(new ReviewLabels.Waiting("bayar dimana", "id", "menu", 0.25, "lost", 2));
    assertThat(await(labels.label("sari", "bayar dimana", "ask.payment"))).isTrue();
    assertThat(await(labels.label("sari", "anu", ""))).isTrue();
    assertThat(await(labels.label("sari", "never came", "menu"))).isFalse();
    assertThat(await(labels.queue(10)))
        .isEqualTo(new ReviewLabels.Queue(java.util.List.of(), 0, 1));
    assertThat(await(labels.labelled()))
        .containsExactly(new Labelled("id", "ask.payment", "bayar dimana"));
  }

  @Test
  void oneModelIsTrainedAtATimeAndTheOneThatWasComparedIsPublished() {
    var lessons = new Lessons(test.database(), clock);
    long first = await(lessons.begin("sari")).orElseThrow();
    assertThat(await(lessons.begin("eko"))).isEmpty();
    assertThat(await(lessons.last()).orElseThrow().ended()).isNull();
    assertThat(await(lessons.publish("sari", -1))).isFalse();
    await(lessons.learnt(first, new byte[] {1}, "{}"));
    assertThat(await(lessons.last()).orElseThrow().compared()).isEqualTo("{}");
    assertThat(await(lessons.publish("eko", first))).isTrue();
    assertThat(await(lessons.publish("eko", first))).isFalse();
    assertThat(test.count("select count(*) from models where bytes = '\\x01'")).isEqualTo(1);

    long lost = await(lessons.begin("sari")).orElseThrow();
    await(lessons.failed(lost));
    assertThat(await(lessons.last()).orElseThrow().compared()).isNull();
    long left = await(lessons.begin("sari")).orElseThrow();
    clock.advance(Duration.ofHours(1));
    assertThat(await(lessons.last())).isEmpty();
    assertThat(await(lessons.begin("eko")).orElseThrow()).isGreaterThan(left);
  }

  @Test
  void aComparisonIsForgottenWithTheMessagesThatItQuotes() {
    var lessons = new Lessons(test.database(), clock);
    came("old", "bayar dimana");
    await(lessons.learnt(await(lessons.begin("sari")).orElseThrow(), new byte[] {1}, "{}"));
    var purge = new Purge(test.database(), clock);
    clock.advance(Duration.ofDays(9));
    assertThat(await(purge.review(Duration.ofDays(30)))).isZero();
    assertThat(await(purge.review(Duration.ofDays(5)))).isEqualTo(2);
    assertThat(await(lessons.last())).isEmpty();
  }

  private void came(String effect, String text) {
    await(
        test.database()
            .transact(
                handle ->
                    handle.execute(
                        """
                        insert into review values
                          (sha256(?::bytea), '2026-11-19', 'id', 'idle', 'menu', 0.25, 'lost', ?)
                        """,
                        effect,
                        text)));
  }
}
