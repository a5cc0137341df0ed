package id.kentongan.integrations.postgres;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.integrations.contract.SetClock;
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
