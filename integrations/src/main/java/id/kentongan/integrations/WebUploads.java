package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;

/// Files that people sent through our own page, encrypted, until they are fetched into [Files].
public interface WebUploads {
  /// Keeps a stream under `handle` and gives its size; a handle kept twice is kept once. Fails with
  /// [Channel.FileTooLarge] past `limit` or [Files.Refused] for bytes that are no such kind, and
  /// then keeps nothing.
  Future<Long> keep(
      ConversationId owner, String handle, Kind kind, ReadStream<Buffer> bytes, long limit);

  /// What an upload says that it is.
  enum Kind {
    /// A photograph or PDF.
    PAPER,
    /// A list of people: a workbook or a text table. Whoever takes it in reads it with suspicion.
    TABLE
  }

  /// The bytes of an upload. Fails with [Channel.FileGone] when it is not or no longer kept.
  Future<ReadStream<Buffer>> open(String handle);

  Future<Void> forget(String handle);

  /// Deletes what came before an instant and nobody fetched; gives how many.
  Future<Integer> sweep(Instant before);
}
