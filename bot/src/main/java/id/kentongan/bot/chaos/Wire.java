package id.kentongan.bot.chaos;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntConsumer;

/// A line between a gateway and something that it needs, which can be cut, slow or dead. Used on
/// one event loop but for [#port].
final class Wire implements AutoCloseable {
  private final Vertx vertx;
  private final int target;
  private final NetClient client;
  private final NetServer server;
  private final Set<NetSocket> open = new HashSet<>();
  private final IntConsumer calls;
  private State state = State.WELL;

  /// How the line is.
  enum State {
    WELL,
    /// Nobody gets through, and whoever was there is thrown out.
    CUT,
    /// Everything comes a while later.
    SLOW,
    /// It takes everything and brings nothing, until it is cut.
    DEAD,
    /// What goes out arrives, what comes back is lost, until it is cut.
    HALF_OPEN
  }

  private static final long SLOW_MILLIS = 300;

  /// To a port of this machine; `calls` gets the port from which each connection calls there.
  Wire(Vertx vertx, int target, IntConsumer calls) {
    this.vertx = vertx;
    this.target = target;
    this.calls = calls;
    this.client = vertx.createNetClient();
    this.server =
        vertx.createNetServer().connectHandler(this::connect).listen(0, "127.0.0.1").await();
  }

  int port() {
    return server.actualPort();
  }

  /// From now on it is like this. What was in a dead line is lost with its connections.
  void become(State next) {
    boolean drop = next == State.CUT || state == State.DEAD || state == State.HALF_OPEN;
    state = next;
    if (drop) {
      List.copyOf(open).forEach(NetSocket::close);
    }
  }

  @Override
  public void close() {
    server.close().await();
    client.close().await();
  }

  private void connect(NetSocket near) {
    if (state == State.CUT) {
      near.close();
      return;
    }
    near.pause();
    open.add(near);
    near.closeHandler(closed -> open.remove(near));
    client
        .connect(target, "127.0.0.1")
        .onFailure(refused -> near.close())
        .onSuccess(
            far -> {
              open.add(far);
              calls.accept(far.localAddress().port());
              join(near, far, false);
              join(far, near, true);
              near.resume();
            });
  }

  private void join(NetSocket from, NetSocket to, boolean back) {
    var way = new ArrayDeque<Buffer>();
    from.handler(bytes -> pass(way, to, bytes, back));
    from.closeHandler(
        closed -> {
          open.remove(from);
          to.close();
        });
    from.exceptionHandler(broken -> to.close());
  }

  /// why a queue: what was slowed down must not be overtaken when the line is well again.
  private void pass(Queue<Buffer> way, NetSocket to, Buffer bytes, boolean back) {
    if (state == State.DEAD || (back && state == State.HALF_OPEN)) {
      return;
    }
    if (state != State.SLOW && way.isEmpty()) {
      to.write(bytes);
      return;
    }
    way.add(bytes);
    vertx.setTimer(state == State.SLOW ? SLOW_MILLIS : 1, later -> to.write(way.remove()));
  }
}
