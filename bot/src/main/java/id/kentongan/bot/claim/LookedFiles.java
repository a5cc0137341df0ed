package id.kentongan.bot.claim;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.documents.PaperCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;

/// Files that are looked at once they are kept, one after another: can an officer read them? A
/// photograph waits for photographs only, because somebody's PDFs may take seconds each, and
/// somebody who sends many waits for themselves.
public final class LookedFiles implements Files {
  private final Vertx vertx;
  private final Files files;
  private final PaperCheck check;
  private final FairTurns pdfs = new FairTurns();
  private final FairTurns others = new FairTurns();

  public LookedFiles(Vertx vertx, Files files, PaperCheck check) {
    this.vertx = vertx;
    this.files = files;
    this.check = check;
  }

  @Override
  public Future<Kept> keep(ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
    return files.keep(owner, id, bytes, limit).compose(kept -> looked(owner, kept));
  }

  /// why from the reading on: files of 20 MB that wait in memory for their turn are soon more than
  /// there is.
  /// why from the reading on: files of 20 MB that wait in memory for their turn are soon more than
  /// there is.
  private Future<Kept> looked(ConversationId owner, Kept kept) {
    FairTurns turns = kept.type().equals("application/pdf") ? pdfs : others;
    return turns.of(owner, () -> look(kept));
  }

  private Future<Kept> look(Kept kept) {
    return files
        .read(kept.fileId())
        .compose(
            bytes -> vertx.executeBlocking(() -> check.look(kept.type(), bytes.getBytes()), true))
        .compose(
            look ->
                switch (look) {
                  case PaperCheck.Look.Seen(var flaws, int pages) ->
                      files.mark(kept.fileId(), flaws, pages).map(kept.with(flaws));
                  case PaperCheck.Look.Refused _ ->
                      Future.failedFuture(new Refused("nobody could read it"));
                });
  }

  @Override
  public Future<Kept> keepMade(
      ConversationId owner, String id, String type, Buffer bytes, Instant until) {
    return files.keepMade(owner, id, type, bytes, until);
  }

  @Override
  public Future<Void> copied(ConversationId owner, String fileId, FileRef at, Copy copy) {
    return files.copied(owner, fileId, at, copy);
  }

  @Override
  public Future<Buffer> read(String fileId) {
    return files.read(fileId);
  }
}
