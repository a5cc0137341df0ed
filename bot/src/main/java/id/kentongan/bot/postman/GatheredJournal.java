package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Loops;
import id.kentongan.integrations.Journal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Gathers what all shards of this node journal and writes it together: what came within a short
/// time, or as many lines as a batch holds. Safe for any thread; answers on the caller's context.
public final class GatheredJournal implements Journal {
  /// Lines of a full batch.
  static final int MOST = 1_000;

  private final Vertx vertx;
  private final Journal journal;
  private final Duration pause;
  private List<Part> waiting = new ArrayList<>();
  private boolean writing;

  /// `pause`: how long the first line waits for others.
  public GatheredJournal(Vertx vertx, Journal journal, Duration pause) {
    this.vertx = vertx;
    this.journal = journal;
    this.pause = pause;
  }

  /// The lines of one writer.
  private record Part(List<Line> lines, Promise<Void> written) {}

  @Override
  public Future<Void> write(List<Line> lines) {
    Promise<Void> written = Promise.promise();
    if (add(new Part(List.copyOf(lines), written))) {
      gather();
    }
    return Loops.here(written.future());
  }

  /// Whether nothing is under way that will write it.
  private synchronized boolean add(Part part) {
    waiting.add(part);
    boolean first = !writing;
    writing = true;
    return first;
  }

  private void gather() {
    vertx.setTimer(full() ? 1 : Math.max(1, pause.toMillis()), due -> writeAll());
  }

  private synchronized boolean full() {
    return waiting.stream().mapToInt(part -> part.lines().size()).sum() >= MOST;
  }

  private void writeAll() {
    List<Part> batch = next();
    if (batch.isEmpty()) {
      return;
    }
    var lines = batch.stream().flatMap(part -> part.lines().stream()).toList();
    journal
        .write(lines)
        .transform(
            done -> {
              if (done.failed()) {
                return eachAlone(batch);
              }
              batch.forEach(part -> part.written().complete());
              return Future.succeededFuture();
            })
        .onComplete(done -> gather());
  }

  private synchronized List<Part> next() {
    int lines = 0;
    int parts = 0;
    while (parts < waiting.size() && (parts == 0 || lines < MOST)) {
      lines += waiting.get(parts++).lines().size();
    }
    var batch = List.copyOf(waiting.subList(0, parts));
    waiting = new ArrayList<>(waiting.subList(parts, waiting.size()));
    writing = !batch.isEmpty();
    return batch;
  }

  /// why: what cannot be written must not keep the others' lines from being written.
  private Future<?> eachAlone(List<Part> batch) {
    return Future.join(
        batch.stream()
            .map(part -> journal.write(part.lines()).onComplete(part.written()))
            .toList());
  }
}
