package id.kentongan.integrations.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to one `NOTIFY` channel on a connection of its own, again when that is lost; what was
/// said meanwhile is missed.
final class Notifications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration FIRST = Duration.ofSeconds(10);

  private final DataSource source;
  private final String channel;
  private final Consumer<String> ear;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> listening = new CompletableFuture<>();
  private final Thread thread;

  Notifications(DataSource source, String channel, Consumer<String> ear) {
    this.source = source;
    this.channel = channel;
    this.ear = ear;
    this.thread = Thread.ofVirtual().name("notifications").start(this::run);
    listening.orTimeout(FIRST.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void run() {
    try {
      do {
        try (Connection connection = source.getConnection()) {
          hear(connection);
        } catch (SQLException lost) {
          LOG.warn("notifications are lost for now: {}", lost.getSQLState());
        }
      } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + channel);
    }
    listening.complete(null);
    var postgres = connection.unwrap(PGConnection.class);
    while (closed.getCount() > 0) {
      for (PGNotification said : postgres.getNotifications((int) LOOK.toMillis())) {
        ear.accept(said.getParameter());
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("unlisten *");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
