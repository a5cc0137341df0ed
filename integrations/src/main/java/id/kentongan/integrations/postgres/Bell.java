package id.kentongan.integrations.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears what PostgreSQL's NOTIFY tells on one channel, from whichever node, on a connection of its
/// own that is opened again when it is lost. What is told meanwhile is missed.
public final class Bell implements AutoCloseable {
  private static final int LISTEN_MILLIS = 10_000;
  private static final long PAUSE_SECONDS = 2;

  /// Opens a connection that nobody else uses.
  public interface Line {
    Connection open() throws SQLException;
  }

  private final Line line;
  private final String channel;
  private final Consumer<String> ear;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  public Bell(Line line, String channel, Consumer<String> ear) {
    this.line = line;
    this.channel = channel;
    this.ear = ear;
    Thread.ofVirtual().name("bell-" + channel).start(this::run);
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (Connection open = line.open();
          Statement listen = open.createStatement()) {
        connection = open;
        listen.execute("listen " + channel);
        hear(open.unwrap(PGConnection.class));
      } catch (SQLException lost) {
        pause();
      }
    }
  }

  private void hear(PGConnection told) throws SQLException {
    while (closing.getCount() > 0) {
      for (PGNotification notification : told.getNotifications(LISTEN_MILLIS)) {
        ear.accept(notification.getParameter());
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        connection = null;
      }
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException gone) {
        connection = null;
      }
    }
  }
}
