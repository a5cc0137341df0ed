package id.kentongan.bot.made;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Files;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/// Draws files aside from the event loops and keeps each for a while; whoever asks again under the
/// same id gets the same file.
public record DrawingRoom(Vertx vertx, Files files, InstantSource clock) {
  /// The file as the answer of an effect.
  public Future<Answer> draw(
      ConversationId who, EffectId id, Duration kept, Callable<Drawn> drawing) {
    return vertx
        .executeBlocking(drawing, false)
        .compose(
            drawn ->
                files
                    .keepMade(
                        who, id.text(), drawn.type(), drawn.bytes(), clock.instant().plus(kept))
                    .map(
                        file ->
                            new Answer.FileMade(
                                new Bubble.Attachment(file.fileId(), file.type(), drawn.name()))));
  }
}
