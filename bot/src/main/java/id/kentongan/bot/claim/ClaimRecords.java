package id.kentongan.bot.claim;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.Pdf;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;

/// Draws the page of a claim that the records tell of, and leaves the rest to them.
public final class ClaimRecords implements Records {
  /// How long a page can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(1);

  private final Vertx vertx;
  private final Records records;
  private final Files files;
  private final ClaimPage page;
  private final InstantSource clock;

  public ClaimRecords(
      Vertx vertx, Records records, Files files, ClaimPage page, InstantSource clock) {
    this.vertx = vertx;
    this.records = records;
    this.files = files;
    this.page = page;
    this.clock = clock;
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
    return vertx
        .executeBlocking(() -> Buffer.buffer(Pdf.bytes(page.of(claim))), false)
        .compose(
            bytes -> files.keepMade(who, id.text(), Pdf.TYPE, bytes, clock.instant().plus(KEPT)))
        .map(
            kept ->
                new Answer.FileMade(
                    new Bubble.Attachment(kept.fileId(), kept.type(), claim.number() + ".pdf")));
  }
}
