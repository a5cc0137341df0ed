package id.kentongan.integrations.contract;

import static id.kentongan.integrations.contract.RecordsContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [Journal] promises.
public abstract class JournalContract {
  protected static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");

  protected abstract Journal journal();

  /// How many entries there are.
  protected abstract long entries();

  @Test
  void writesABatch() {
    await(journal().write(batch(500, 7)));
    assertThat(entries()).isEqualTo(500);
  }

  @Test
  void writesAnEntryOnce() {
    var batch = batch(20, 3);
    await(journal().write(batch));
    await(journal().write(batch));
    await(journal().write(batch.subList(0, 1)));
    await(journal().write(List.of()));
    assertThat(entries()).isEqualTo(20);
  }

  protected static List<Journal.Line> batch(int lines, int conversations) {
    return IntStream.range(0, lines)
        .mapToObj(
            i -> line(new ConversationId("telegram", "u" + i % conversations), i, "saya bertanya"))
        .toList();
  }

  protected static Journal.Line line(ConversationId who, int version, String said) {
    return new Journal.Line(
        who,
        EffectId.of(who, version, 9),
        new JournalEntry(
            "whatsapp:wamid" + version,
            Instant.parse("2026-11-20T08:00:00Z").plusSeconds(version),
            said,
            "Bapak Wagiman, iurannya Rp 16.800.",
            "enroll.nik",
            "ask.contribution",
            0.93));
  }
}
