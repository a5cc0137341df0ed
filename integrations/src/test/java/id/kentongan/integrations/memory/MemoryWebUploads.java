package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.postgres.files.FileType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// [WebUploads] in memory, for tests.
public final class MemoryWebUploads implements WebUploads {
  private record Upload(Buffer bytes, Instant at) {}

  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final AtomicInteger coming = new AtomicInteger();

  public MemoryWebUploads(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Future<Long> keep(
      ConversationId owner, String handle, Kind kind, ReadStream<Buffer> bytes, long limit) {
    Promise<Long> kept = Promise.promise();
    coming.incrementAndGet();
    kept.future().onComplete(done -> coming.decrementAndGet());
    Buffer all = Buffer.buffer();
    bytes.exceptionHandler(kept::tryFail);
    bytes.endHandler(
        end -> {
          if (all.length() > limit) {
            return;
          }
          byte[] whole = all.getBytes();
          if ((kind == Kind.TABLE ? FileType.table(whole) : FileType.of(whole)).isEmpty()) {
            kept.tryFail(new Files.Refused("no such kind"));
            return;
          }
          uploads.putIfAbsent(handle, new Upload(all, clock.instant()));
          kept.tryComplete((long) all.length());
        });
    bytes.handler(
        chunk -> {
          if (all.appendBuffer(chunk).length() > limit) {
            kept.tryFail(new Channel.FileTooLarge(limit));
          }
        });
    return kept.future();
  }

  /// How many have neither ended nor failed.
  public int coming() {
    return coming.get();
  }

  @Override
  public Future<ReadStream<Buffer>> open(String handle) {
    Upload upload = uploads.get(handle);
    return upload == null
        ? Future.failedFuture(new Channel.FileGone("no such upload"))
        : Future.succeededFuture(Chunks.of(List.of(upload.bytes())));
  }

  @Override
  public Future<Void> forget(String handle) {
    uploads.remove(handle);
    return Future.succeededFuture();
  }

  @Override
  public Future<Integer> sweep(Instant before) {
    int kept = uploads.size();
    uploads.values().removeIf(upload -> upload.at().isBefore(before));
    return Future.succeededFuture(kept - uploads.size());
  }
}
