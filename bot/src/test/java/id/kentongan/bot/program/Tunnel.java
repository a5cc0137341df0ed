package id.kentongan.bot.program;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;

/// A store behind TLS: what comes in is decrypted and handed on to the real one on this machine.
final class Tunnel implements AutoCloseable {
  private final Vertx vertx;
  private final int store;
  private final NetServer server;

  /// `asked`: TLS begins when a client of PostgreSQL asks for it, otherwise at once.
  Tunnel(Vertx vertx, SelfMade certificate, int store, boolean asked) {
    this.vertx = vertx;
    this.store = store;
    var options =
        new NetServerOptions()
            .setSsl(!asked)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(certificate.certificate().toString())
                    .setKeyPath(certificate.key().toString()));
    this.server =
        vertx
            .createNetServer(options)
            .connectHandler(asked ? this::whenAsked : this::through)
            .listen(0, "127.0.0.1")
            .await();
  }

  int port() {
    return server.actualPort();
  }

  /// Source: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL
  ///
  /// why the answer goes with the upgrade: what the client sends at once would come before it.
  private void whenAsked(NetSocket client) {
    client.handler(
        request -> {
          client.pause();
          client.upgradeToSsl(Buffer.buffer("S")).onSuccess(secured -> through(client));
        });
  }

  private void through(NetSocket client) {
    client.pause();
    Future<NetSocket> other = vertx.createNetClient().connect(store, "127.0.0.1");
    other
        .onFailure(lost -> client.close())
        .onSuccess(
            server -> {
              client.handler(server::write);
              server.handler(client::write);
              client.closeHandler(closed -> server.close());
              server.closeHandler(closed -> client.close());
              client.resume();
            });
  }

  @Override
  public void close() {
    server.close().await();
  }
}
