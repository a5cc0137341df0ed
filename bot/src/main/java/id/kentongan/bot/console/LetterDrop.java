package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.officers.GivenUp;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;

/// Gives up for good what could not be delivered: a row of the audit, and a mark in the
/// conversation in which it was said, whoever does it and wherever.
public final class LetterDrop {
  private final DeadLetters dead;
  private final AuditTrail audit;
  private final GivenUp given;

  public LetterDrop(DeadLetters dead, Database database, MasterKey key, InstantSource clock) {
    this.dead = dead;
    this.audit = new AuditTrail(database, key, clock);
    this.given = new GivenUp(database, key, clock);
  }

  /// Says how many were there still.
  public Future<Integer> drop(String by, List<DeadLetter> letters) {
    Future<Integer> all = Future.succeededFuture(0);
    for (DeadLetter letter : letters) {
      all = all.compose(done -> drop(by, letter).map(there -> there ? done + 1 : done));
    }
    return all;
  }

  /// why the audit first: nothing is done that is not written down.
  private Future<Boolean> drop(String by, DeadLetter letter) {
    return audit
        .note(by, "give up sending", "letter/" + letter.id())
        .compose(noted -> dead.drop(letter.id()))
        .compose(
            there -> there ? marked(by, letter).map(true) : Future.<Boolean>succeededFuture(false));
  }

  private Future<Void> marked(String by, DeadLetter letter) {
    Post post = letter.post();
    return post != null && post.effect() instanceof Effect.Send(var said, _)
        ? given.note(by, post.id().conversation(), words(said), letter.since())
        : Future.succeededFuture();
  }

  /// As an officer's words stand in the conversation, with the name of a file behind them.
  private static String words(Bubble said) {
    Bubble.Attachment file = said.attachment();
    return file == null ? said.text() : (said.text() + "\n(" + file.name() + ')').strip();
  }
}
