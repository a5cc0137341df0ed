package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/// A way to reach people. Futures of a channel never fail for what a provider says: that is an
/// [Outcome].
public interface Channel {
  /// The family in a [ConversationId]: `telegram`, `whatsapp`, `web`, `terminal`.
  String name();

  Limits limits();

  /// Deliver one message, once.
  Future<Outcome> send(Outgoing message);

  /// Show that an answer is being made; `handle` is the inbound message's. Best effort.
  Future<Void> typing(ConversationId to, String handle);

  /// The bytes of a file at the platform. Fails with [FileGone] or [FileTooLarge].
  Future<ReadStream<Buffer>> open(FileRef file, long limit);

  /// What became of a send whose outcome was lost; by default unknown stays unknown and is sent
  /// again.
  default Future<Outcome> settle(Outgoing message) {
    return Future.succeededFuture(Outcome.Later.growing("outcome unknown"));
  }

  /// Whether the platform reports later what became of a message that it took.
  default boolean reportsLater() {
    return false;
  }

  /// Delete the platform's copy of a file that is now kept by us, where the platform can.
  default Future<Copy> forget(FileRef file) {
    return Future.succeededFuture(Copy.STAYS);
  }

  /// The file is no longer at the platform, or its link expired for good.
  final class FileGone extends Exception {
    private static final long serialVersionUID = 1L;

    public FileGone(String why) {
      super(why, null, false, false);
    }
  }

  /// The file is larger than the limit, by the platform's word or by the bytes counted.
  final class FileTooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    public FileTooLarge(long limit) {
      super("larger than " + limit + " bytes", null, false, false);
    }
  }
}
