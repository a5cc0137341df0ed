package id.kentongan.bot.roll;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.postgres.batches.Sponsorships;
import io.vertx.core.Future;

/// Answers what is about lists that villages pay for, and leaves the rest to the records.
public record SponsorRecords(Records records, Sponsorships sponsorships) implements Records {
  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    return ask instanceof Effect.SponsorAsk sponsor
        ? sponsorships.ask(who, id, sponsor)
        : records.ask(who, id, ask);
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return records.tell(who, id, effect);
  }
}
