package id.kentongan.integrations.web;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.WebUploads;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.InstantSource;

/// The web chat's side of [Channel]: delivered means kept for the page, which fetches it when it
/// can. Sending twice shows once, by the effect's id.
public final class WebChannel implements Channel {
  public static final String NAME = "web";

  public static final Limits LIMITS =
      new Limits(4000, 12, 24, 40, 60, 4000, Limits.Captions.of(4000));

  private final WebMessages messages;
  private final WebUploads uploads;
  private final InstantSource clock;

  public WebChannel(WebMessages messages, WebUploads uploads, InstantSource clock) {
    this.messages = messages;
    this.uploads = uploads;
    this.clock = clock;
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
    var line = new WebMessages.Line(false, clock.instant(), message.bubble());
    return messages
        .append(message.to(), message.id().text(), line)
        .<Outcome>map(seq -> new Outcome.Delivered(Long.toString(seq)))
        .otherwise(lost -> Outcome.Later.growing("web messages cannot be written"));
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    return messages.typing(to).otherwiseEmpty();
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    return file.size() > limit
        ? Future.failedFuture(new FileTooLarge(limit))
        : uploads.open(file.handle());
  }

  @Override
  public Future<Copy> forget(FileRef file) {
    return uploads.forget(file.handle()).map(Copy.GONE);
  }
}
