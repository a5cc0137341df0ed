package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;

/// Who keeps persons, consents, enrolments, claims and tickets. Every act is idempotent by its
/// effect's id: done twice, it gives the same answer. A failed future means the world was lost and
/// may be tried again.
public interface Records {
  Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask);

  Future<Void> tell(ConversationId who, EffectId id, Effect effect);
}
