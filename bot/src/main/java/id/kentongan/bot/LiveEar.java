package id.kentongan.bot;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.learning.PublishedModels;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Ear in use: it takes up a model that was published, without a restart. A message in hand is
/// heard by the one that it began with. A model that this version cannot read is left alone.
final class LiveEar implements Ear, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEar.class);

  private final Vertx vertx;
  private final Database database;
  private final Function<EarModel, Ear> ears;
  private final long timer;
  private volatile Ear ear;
  private volatile long known;

  /// Begins with `ear`; looks for a newer one at every interval.
  LiveEar(Vertx vertx, Database database, Ear ear, Function<EarModel, Ear> ears, Duration every) {
    this.vertx = vertx;
    this.database = database;
    this.ear = ear;
    this.ears = ears;
    look().await();
    this.timer = vertx.setPeriodic(every.toMillis(), due -> look());
  }

  @Override
  public Understood hear(String text) {
    return ear.hear(text);
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }

  private Future<Void> look() {
    return database
        .transact(handle -> PublishedModels.newerThan(handle, known).flatMap(this::read))
        .map(
            newer -> {
              newer.ifPresent(taken -> ear = taken);
              return (Void) null;
            })
        .recover(
            lost -> {
              LOG.warn("looking for a published model waits: {}", lost.toString());
              return Future.succeededFuture();
            });
  }

  private Optional<Ear> read(PublishedModels.Published published) {
    known = published.id();
    Optional<Ear> read = published.model().map(ears);
    LOG.info(
        read.isPresent()
            ? "hearing by the published model {}"
            : "the published model {} is of another version",
        published.id());
    return read;
  }
}
