package id.kentongan.integrations.contract;

import static id.kentongan.integrations.contract.RecordsContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Notices;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [Notices] promises.
public abstract class NoticesContract {
  protected static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");

  protected abstract Notices notices();

  /// What the records' side does.
  protected abstract void put(ConversationId to, Notice notice);

  @Test
  void waitOldestFirstUntilDone() {
    var said = new Notice.OfficerSaid("Selamat siang, Pak");
    var moved = new Notice.MatterMoved("DFT-2026-000001", "enrollment.active");
    put(ME, new Notice.TakenOver("dimas"));
    put(ME, said);
    put(ME, new Notice.GivenBack());
    put(ME, moved);
    List<Notices.Waiting> waiting = await(notices().waiting(0, 10));

    assertThat(waiting)
        .extracting(Notices.Waiting::notice)
        .containsExactly(new Notice.TakenOver("dimas"), said, new Notice.GivenBack(), moved);
    assertThat(waiting).extracting(Notices.Waiting::conversation).containsOnly(ME);
    assertThat(await(notices().waiting(0, 2))).isEqualTo(waiting.subList(0, 2));
    assertThat(await(notices().waiting(waiting.get(1).id(), 2))).isEqualTo(waiting.subList(2, 4));
    assertThat(await(notices().waiting(waiting.get(3).id(), 2))).isEmpty();
    await(notices().done(List.of(waiting.get(0).id(), waiting.get(2).id())));
    await(notices().done(List.of(waiting.get(0).id())));
    await(notices().done(List.of()));
    assertThat(await(notices().waiting(0, 10))).containsExactly(waiting.get(1), waiting.get(3));
  }
}
