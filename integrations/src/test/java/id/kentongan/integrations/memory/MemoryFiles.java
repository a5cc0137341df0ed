package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.postgres.files.FileType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Files in memory.
public final class MemoryFiles implements Files {
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Map<String, Buffer> bytes = new ConcurrentHashMap<>();

  @Override
  public Future<Kept> keep(ConversationId owner, String id, ReadStream<Buffer> in, long limit) {
    Promise<Kept> promise = Promise.promise();
    Buffer all = Buffer.buffer();
    in.exceptionHandler(promise::tryFail);
    in.endHandler(end -> finish(id, all, limit, promise));
    in.handler(
        buffer -> {
          if (all.length() <= limit) {
            all.appendBuffer(buffer);
          }
        });
    in.resume();
    return promise.future();
  }

  @Override
  public Future<Kept> keepMade(
      ConversationId owner, String id, String type, Buffer whole, Instant until) {
    String fileId = "file-" + Integer.toHexString(id.hashCode());
    bytes.putIfAbsent(fileId, whole.copy());
    return Future.succeededFuture(
        kept.computeIfAbsent(fileId, _ -> new Kept(fileId, type, whole.length())));
  }

  @Override
  public Future<Buffer> read(String fileId) {
    Buffer found = bytes.get(fileId);
    return found == null
        ? Future.failedFuture(new NoSuchElementException("no such file"))
        : Future.succeededFuture(found.copy());
  }

  private void finish(String id, Buffer all, long limit, Promise<Kept> promise) {
    if (all.length() > limit) {
      promise.tryFail(new Channel.FileTooLarge(limit));
      return;
    }
    Optional<FileType> type = FileType.of(all.getBytes());
    if (type.isEmpty()) {
      promise.tryFail(new Refused("not a photograph or PDF"));
      return;
    }
    String fileId = "file-" + Integer.toHexString(id.hashCode());
    Kept first = new Kept(fileId, type.get().media(), all.length());
    kept.putIfAbsent(fileId, first);
    bytes.putIfAbsent(fileId, all.copy());
    promise.tryComplete(kept.getOrDefault(fileId, first));
  }
}
