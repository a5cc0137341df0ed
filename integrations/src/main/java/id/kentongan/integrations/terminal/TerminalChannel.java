package id.kentongan.integrations.terminal;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/// A chat in the terminal: a file's handle is its path on this machine, and what is said goes to
/// `screen` in order, on the sending thread.
public final class TerminalChannel implements Channel {
  public static final String NAME = "terminal";

  public static final Limits LIMITS =
      new Limits(8000, 99, 99, 80, 80, 8000, Limits.Captions.of(8000));

  private final Vertx vertx;
  private final Consumer<Outgoing> screen;

  public TerminalChannel(Vertx vertx, Consumer<Outgoing> screen) {
    this.vertx = vertx;
    this.screen = screen;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    screen.accept(message);
    return Future.succeededFuture(new Outcome.Delivered(message.id().text()));
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    return Future.succeededFuture();
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    var fs = vertx.fileSystem();
    return fs.props(file.handle())
        .recover(gone -> Future.failedFuture(new FileGone("no such file")))
        .compose(
            props ->
                props.size() > limit
                    ? Future.failedFuture(new FileTooLarge(limit))
                    : fs.open(file.handle(), new OpenOptions().setWrite(false).setCreate(false))
                        .<ReadStream<Buffer>>map(f -> f)
                        .recover(gone -> Future.failedFuture(new FileGone("not readable"))));
  }
}
