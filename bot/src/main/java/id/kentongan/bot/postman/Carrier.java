package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Effect;
import io.vertx.core.Future;
import java.time.Duration;

/// Makes one attempt at an effect.
final class Carrier {
  private final Messages messages;
  private final Fetches fetches;
  private final Acts acts;
  private final Announcing announcing;

  Carrier(Messages messages, Fetches fetches, Acts acts, Announcing announcing) {
    this.messages = messages;
    this.fetches = fetches;
    this.acts = acts;
    this.announcing = announcing;
  }

  /// Never fails: what is lost is [Verdict.Again].
  Future<Verdict> carry(Item item) {
    return attempt(item)
        .recover(e -> Future.succeededFuture(new Verdict.Again(Duration.ZERO, why(e))));
  }

  /// Whether somebody was told that the attempts are at an end, so that it needs no operator.
  Future<Boolean> givenUp(Item item, String why) {
    return item.post().effect() instanceof Effect.Announce told
        ? announcing.after(item, told, new Verdict.Never(why)).map(true)
        : Future.succeededFuture(false);
  }

  private Future<Verdict> attempt(Item item) {
    return switch (item.post().effect()) {
      case Effect.Send send -> messages.send(item, send.bubble());
      case Effect.Announce told ->
          announcing.send(item, told, () -> messages.send(item, told.bubble()));
      case Effect.Fetch fetch -> fetches.fetch(item, fetch);
      case Effect.Ask ask -> acts.ask(item, ask);
      case Effect told -> acts.tell(item, told);
    };
  }

  /// why: an exception's own text may hold what was sent.
  private static String why(Throwable e) {
    return e.getClass().getSimpleName();
  }
}
