package id.kentongan.bot;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.SpooledDesk;
import id.kentongan.bot.http.Health;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.spool.Spool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's spool before the Desk, for messengers that do not repeat what we could not store.
/// Closing it waits a while for what is on the disk to be replayed; what is left waits for this
/// node's next start.
final class SpoolRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolRoom.class);
  private static final Duration LAST_REPLAY = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 100;

  private final Vertx vertx;
  private final Spool spool;
  private final Spool aside;
  private final SpooledDesk desk;

  private SpoolRoom(Vertx vertx, Spool spool, Spool aside, Desk desk) throws IOException {
    this.vertx = vertx;
    this.spool = spool;
    this.aside = aside;
    this.desk = new SpooledDesk(vertx, desk, spool, aside);
  }

  /// Opens it and brings what an earlier start left there to the Desk; none where it is neither
  /// `wanted` nor left over.
  static Optional<SpoolRoom> open(
      Vertx vertx, MasterKey key, Path data, boolean wanted, Desk desk) {
    Path folder = data.resolve("spool");
    if (!wanted && !Files.exists(folder)) {
      return Optional.empty();
    }
    try {
      var aside = Spool.open(folder.resolve("aside"), key);
      var room = new SpoolRoom(vertx, Spool.open(folder, key), aside, desk);
      room.desk.start();
      return Optional.of(room);
    } catch (IOException e) {
      throw new Refused("data-dir: the spool in " + folder + " cannot be opened: " + e);
    }
  }

  Future<Void> receive(Inbound in) {
    return desk.receive(in);
  }

  boolean waiting() {
    return !desk.empty();
  }

  /// The node is not ready while anything lies on its disk.
  Health.Check health() {
    return new Health.Check(
        "spool",
        () ->
            Future.succeededFuture(
                desk.empty() ? Optional.empty() : Optional.of("messages wait on the disk")));
  }

  @Override
  public void close() throws IOException {
    emptied(System.nanoTime() + LAST_REPLAY.toNanos()).await();
    desk.stop().await();
    if (!desk.empty()) {
      LOG.error("messages wait in the spool: keep data-dir and start this node again");
    } else if (!desk.nothingAside()) {
      LOG.error("messages wait for a newer program: keep data-dir and start that one here");
    }
    spool.close();
    aside.close();
  }

  private Future<Void> emptied(long until) {
    return desk.empty() || System.nanoTime() - until > 0
        ? Future.succeededFuture()
        : vertx.timer(LOOK_MILLIS, TimeUnit.MILLISECONDS).compose(looked -> emptied(until));
  }
}
