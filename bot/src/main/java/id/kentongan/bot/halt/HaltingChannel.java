package id.kentongan.bot.halt;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/// A channel after whose sending a process may end.
record HaltingChannel(Channel channel, Halting halting) implements Channel {
  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public Limits limits() {
    return channel.limits();
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    return channel
        .send(message)
        .onSuccess(
            outcome -> {
              if (outcome instanceof Outcome.Delivered) {
                halting.reached(HaltPoint.AFTER_SENT);
              }
            });
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    return channel.typing(to, handle);
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    return channel.open(file, limit);
  }

  @Override
  public Future<Outcome> settle(Outgoing message) {
    return channel.settle(message);
  }

  @Override
  public boolean reportsLater() {
    return channel.reportsLater();
  }

  @Override
  public Future<Copy> forget(FileRef file) {
    return channel.forget(file);
  }
}
