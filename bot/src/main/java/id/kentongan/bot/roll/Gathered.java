package id.kentongan.bot.roll;

import id.kentongan.integrations.Channel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/// A stream as one buffer; fails with [Channel.FileTooLarge] past the limit.
///
/// why the rest is still read: a stream left alone would hold its connection to the platform.
final class Gathered {
  private final Buffer bytes = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();
  private final long limit;

  private Gathered(long limit) {
    this.limit = limit;
  }

  static Future<Buffer> from(ReadStream<Buffer> stream, long limit) {
    var gathered = new Gathered(limit);
    stream
        .exceptionHandler(gathered.whole::tryFail)
        .endHandler(end -> gathered.whole.tryComplete(gathered.bytes))
        .handler(gathered::add)
        .resume();
    return gathered.whole.future();
  }

  private void add(Buffer more) {
    if (whole.future().isComplete()) {
      return;
    }
    if (bytes.length() + more.length() > limit) {
      whole.tryFail(new Channel.FileTooLarge(limit));
      return;
    }
    bytes.appendBuffer(more);
  }
}
