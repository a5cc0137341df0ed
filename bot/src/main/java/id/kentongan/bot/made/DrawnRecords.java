package id.kentongan.bot.made;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Draws the card or the page of a claim that the records tell of, and leaves the rest to them.
public record DrawnRecords(Records records, DrawingRoom room, CardPicture card, ClaimPage page)
    implements Records {
  /// How long a drawing can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(1);

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    return records
        .ask(who, id, ask)
        .compose(
            answer -> {
              if (answer instanceof Answer.CardRead read) {
                return drawn(who, id, () -> card.of(read));
              }
              return answer instanceof Answer.ClaimRead read
                  ? drawn(who, id, () -> page.drawn(read))
                  : Future.succeededFuture(answer);
            });
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return records.tell(who, id, effect);
  }

  private Future<Answer> drawn(ConversationId who, EffectId id, Callable<Drawn> drawing) {
    return room.draw(who, id, KEPT, drawing);
  }
}
