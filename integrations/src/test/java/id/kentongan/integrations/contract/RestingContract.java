package id.kentongan.integrations.contract;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Resting;
import org.junit.jupiter.api.Test;

/// What every place for resting conversations keeps.
public abstract class RestingContract {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final ConversationId OTHER = new ConversationId("whatsapp", "4711");

  protected abstract Resting resting();

  @Test
  void aStateIsFoundUntilItIsForgotten() {
    assertThat(await(resting().find(ME))).isEmpty();
    await(resting().lay(ME, new Resting.State(new byte[] {1}, new byte[] {2, 3})));
    var found = await(resting().find(ME)).orElseThrow();
    assertThat(found.wrapped()).containsExactly(1);
    assertThat(found.sealed()).containsExactly(2, 3);
    assertThat(await(resting().find(OTHER))).isEmpty();
    await(resting().forget(OTHER));
    await(resting().forget(ME));
    assertThat(await(resting().find(ME))).isEmpty();
  }

  @Test
  void theLastOneCounts() {
    await(resting().lay(ME, new Resting.State(new byte[] {1}, new byte[] {2})));
    await(resting().lay(ME, new Resting.State(new byte[] {4}, new byte[] {5})));
    assertThat(await(resting().find(ME)).orElseThrow().sealed()).containsExactly(5);
  }
}
