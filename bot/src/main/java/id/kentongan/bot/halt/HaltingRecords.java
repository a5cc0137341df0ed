package id.kentongan.bot.halt;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;

/// Records in or after whose writing a process may end.
record HaltingRecords(Records records, Halting halting) implements Records {
  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    return passing(records.ask(who, id, ask));
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return passing(records.tell(who, id, effect));
  }

  private <T> Future<T> passing(Future<T> writing) {
    halting.reached(HaltPoint.IN_RECORD);
    return writing.onSuccess(written -> halting.reached(HaltPoint.AFTER_RECORD));
  }
}
