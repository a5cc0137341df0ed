package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import io.vertx.core.Future;
import java.util.List;

/// The message journal: what was said and answered, one entry a turn, written in batches. Writing
/// an entry twice writes it once.
public interface Journal {
  Future<Void> write(List<Line> lines);

  /// One entry with the conversation and the effect that wrote it.
  record Line(ConversationId conversation, EffectId id, JournalEntry entry) {}
}
