package id.kentongan.bot.postman;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Outbox;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An outbox whose readers wait until the test answers them.
final class HeldOutbox implements Outbox {
  private final List<Promise<Optional<Page>>> readers = new ArrayList<>();
  final List<String> settled = new CopyOnWriteArrayList<>();

  /// How many have begun to read so far.
  synchronized int reads() {
    return readers.size();
  }

  /// Answers the reader of that number with these entries, `foreign` commits of others.
  synchronized void answer(int reader, long foreign, Waiting... entries) {
    var all = List.of(entries);
    answer(reader, new Page(all, List.of(), all.size(), foreign, all.size(), null));
  }

  synchronized void answer(int reader, Page page) {
    readers.get(reader).complete(Optional.of(page));
  }

  @Override
  public synchronized Future<Optional<Page>> read(Lease lease, String after, int most) {
    Promise<Optional<Page>> reader = Promise.promise();
    readers.add(reader);
    return reader.future();
  }

  @Override
  public synchronized Future<Boolean> settle(Lease lease, List<String> entries) {
    settled.addAll(entries);
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Boolean> later(Lease lease, String entry, Instant due, int attempts) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Boolean> bury(Lease lease, String entry, String why) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Boolean> waits(Lease lease, String entry) {
    return Future.succeededFuture(true);
  }
}
