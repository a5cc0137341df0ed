package id.kentongan.bot.claim;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.Pdf;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/// Draws the page of a claim that the records tell of, and leaves the rest to them.
public final class ClaimRecords implements Records {
  /// How long a page can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(1);

  private final Records records;
  private final DrawingRoom room;
  private final ClaimPage page;

  public ClaimRecords(Records records, DrawingRoom room, ClaimPage page) {
    this.records = records;
    this.room = room;
    this.page = page;
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    Future<Answer> answered = records.ask(who, id, ask);
    return ask instanceof Effect.DrawClaim
        ? answered.compose(
            answer ->
                answer instanceof Answer.ClaimRead claim
                    ? drawn(who, id, claim)
                    : Future.succeededFuture(answer))
        : answered;
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return records.tell(who, id, effect);
  }

  private Future<Answer> drawn(ConversationId who, EffectId id, Answer.ClaimRead claim) {
    return room.draw(
        who,
        id,
        KEPT,
        () ->
            new Drawn(claim.number() + ".pdf", Pdf.TYPE, Buffer.buffer(Pdf.bytes(page.of(claim)))));
  }
}
