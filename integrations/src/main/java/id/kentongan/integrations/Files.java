package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.util.Set;

/// Files of people, encrypted at rest in chunks under the conversation's person's key.
public interface Files {
  /// Keeps a stream under `id` (the effect's id: keeping twice keeps once). The type is proved by
  /// the first bytes, not by what was claimed. Fails with [Channel.FileTooLarge] past `limit`, or
  /// [Refused].
  Future<Kept> keep(ConversationId owner, String id, ReadStream<Buffer> bytes, long limit);

  /// Keeps what we made ourselves, of whatever media type, until an instant.
  Future<Kept> keepMade(ConversationId owner, String id, String type, Buffer bytes, Instant until);

  /// Notes what looking at a kept file found: its flaws, and how many pages a PDF has.
  default Future<Void> mark(String fileId, Set<Answer.Flaw> flaws, int pages) {
    return Future.succeededFuture();
  }

  /// Notes what becomes of the copy that the platform has of a kept file.
  default Future<Void> copied(ConversationId owner, String fileId, FileRef at, Copy copy) {
    return Future.succeededFuture();
  }

  /// The bytes of a kept file, decrypted.
  Future<Buffer> read(String fileId);

  /// A file as kept: media type proved, size in bytes, what makes it hard to read.
  record Kept(String fileId, String type, long size, Set<Answer.Flaw> flaws) {
    /// Before anybody looked at it.
    public Kept(String fileId, String type, long size) {
      this(fileId, type, size, Set.of());
    }

    public Kept with(Set<Answer.Flaw> seen) {
      return new Kept(fileId, type, size, seen);
    }
  }

  /// The bytes are not of a type we keep: photograph (JPEG, PNG, WebP, HEIC) or PDF.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String why) {
      super(why, null, false, false);
    }
  }
}
