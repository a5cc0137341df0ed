package id.kentongan.bot.web;

import id.kentongan.bot.http.Front;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.memory.MemoryWebMessages;
import id.kentongan.integrations.memory.MemoryWebUploads;
import id.kentongan.integrations.stores.Ports;
import id.kentongan.integrations.web.WebChannel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/// The real web chat on a real port over stores in memory and a scripted engine.
final class ChatServer implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final MemoryWebMessages messages = new MemoryWebMessages();
  final MemoryWebUploads uploads = new MemoryWebUploads(InstantSource.system());
  final WebChannel channel = new WebChannel(messages, uploads, InstantSource.system());
  final ScriptedEngine engine = new ScriptedEngine(channel);
  private final Browser browser;
  private final LongSupplier nanos;
  private HttpServer server;

  ChatServer() {
    this(false);
  }

  /// `https`: what stands before it speaks that.
  ChatServer(boolean https) {
    this(https, System::nanoTime);
  }

  /// Where all that is asked is asked at the same instant.
  static ChatServer atOnce() {
    return new ChatServer(false, () -> 0);
  }

  private ChatServer(boolean https, LongSupplier nanos) {
    this.browser = new Browser(https, List.of());
    this.nanos = nanos;
    // why: it must be free again when this is back
    this.server = listen(Ports.free());
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Cuts every connection and listens no more, until [#back].
  void gone() {
    server.close().await();
  }

  void back() {
    server = listen(server.actualPort());
  }

  private HttpServer listen(int port) {
    Router router = Front.router(vertx);
    new WebChat(vertx, browser, messages, uploads, new OneFile(), InstantSource.system(), nanos)
        .mount(router, engine);
    return vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1").await();
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  /// Knows one file, `f1`.
  private static final class OneFile implements Files {
    @Override
    public Future<Kept> keepMade(
        ConversationId owner, String id, String type, Buffer bytes, java.time.Instant until) {
      return Future.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public Future<Kept> keep(
        ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
      return Future.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public Future<Buffer> read(String fileId) {
      return fileId.equals("f1")
          ? Future.succeededFuture(Buffer.buffer("%PDF-1.7 ringkasan"))
          : Future.failedFuture("gone");
    }
  }
}
