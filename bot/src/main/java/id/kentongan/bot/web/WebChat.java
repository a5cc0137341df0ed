package id.kentongan.bot.web;

import id.kentongan.bot.desk.Received;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.WebUploads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The web chat: its page at `/`, messages in by `POST /chat/messages` and `/chat/files`, messages
/// out by `GET /chat/stream`, our files by `GET /chat/files/{line}`. Closing it ends the open
/// streams, so that the server need not wait for them; close it before the server.
public final class WebChat implements AutoCloseable {
  private static final Duration UNFETCHED = Duration.ofDays(7);

  private final Vertx vertx;
  private final Browser browser;
  private final WebMessages messages;
  private final WebUploads uploads;
  private final Files files;
  private final InstantSource clock;
  private final Gate gate;
  private final Assets assets = new Assets();
  private final String page = assets.page("chat.html");
  private final String often = assets.page("often.html");
  private final Streams<Stream> streams = new Streams<>(Stream::end);
  private long sweep;

  public WebChat(
      Vertx vertx,
      Browser browser,
      WebMessages messages,
      WebUploads uploads,
      Files files,
      InstantSource clock) {
    this(vertx, browser, messages, uploads, files, clock, System::nanoTime);
  }

  /// `nanos`: by what it is told who asks too often.
  WebChat(
      Vertx vertx,
      Browser browser,
      WebMessages messages,
      WebUploads uploads,
      Files files,
      InstantSource clock,
      LongSupplier nanos) {
    this.vertx = vertx;
    this.browser = browser;
    this.messages = messages;
    this.uploads = uploads;
    this.files = files;
    this.clock = clock;
    this.gate = new Gate(browser, nanos);
  }

  public void mount(Router router, Function<Inbound, Future<Received>> desk) {
    var messageDoor = new MessageDoor(gate, messages, desk, clock);
    var uploadDoor = new UploadDoor(gate, uploads, messageDoor);
    var headers = new Headers(browser.https());
    router.get("/").handler(headers).handler(this::page);
    router.get("/assets/:version/:name").handler(headers).handler(assets::serve);
    router.route("/chat/*").handler(headers);
    router.post("/chat/messages").handler(messageDoor::handle);
    router.post("/chat/files").handler(uploadDoor::handle);
    router.get("/chat/stream").handler(this::stream);
    router.get("/chat/files/:line").handler(this::file);
    sweep =
        vertx.setPeriodic(
            Duration.ofHours(1).toMillis(),
            tick -> uploads.sweep(clock.instant().minus(UNFETCHED)));
  }

  @Override
  public void close() {
    vertx.cancelTimer(sweep);
    streams.endAll();
  }

  private void page(RoutingContext route) {
    route.response().putHeader("Content-Type", "text/html; charset=utf-8");
    if (!gate.admitsAddress(route)) {
      route.response().setStatusCode(429).putHeader("Retry-After", Gate.LATER);
      route.end(often);
      return;
    }
    Session session =
        Session.of(route.request(), browser.https())
            .orElseGet(() -> Session.begin(route.response(), browser.https()));
    route.end(page.replace("{{session}}", session.tag()));
  }

  private void stream(RoutingContext route) {
    Optional<Session> session = gate.reader(route);
    if (session.isEmpty()) {
      return;
    }
    var stream = new Stream(vertx, messages, session.get(), route.response());
    String address = gate.address(route.request());
    switch (streams.add(session.get(), address, stream)) {
      case IN -> stream.open(after(route), () -> streams.remove(session.get(), stream));
      case FULL -> Gate.refused(route, 503, "full");
      case TOO_MANY -> Gate.refused(route, 429, "slow-down");
    }
  }

  private static long after(RoutingContext route) {
    String last = route.request().getHeader("Last-Event-ID");
    String after = last != null ? last : route.request().getParam("after");
    return after != null && after.matches("[0-9]{1,15}") ? Long.parseLong(after) : -1;
  }

  private void file(RoutingContext route) {
    Optional<Session> session = gate.reader(route);
    String line = route.pathParam("line");
    if (session.isEmpty()) {
      return;
    }
    if (!line.matches("[1-9][0-9]{0,14}")) {
      Gate.refused(route, 404, "no-file");
      return;
    }
    messages
        .since(session.get().conversation(), Long.parseLong(line) - 1, 1)
        .onSuccess(lines -> send(route, Long.parseLong(line), lines))
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private void send(RoutingContext route, long seq, List<WebMessages.Numbered> lines) {
    var sent =
        lines.stream()
            .filter(n -> n.seq() == seq && !n.line().own())
            .flatMap(n -> Optional.ofNullable(n.line().bubble().attachment()).stream())
            .findFirst();
    if (sent.isEmpty()) {
      Gate.refused(route, 404, "no-file");
      return;
    }
    files
        .read(sent.get().fileId())
        .onSuccess(bytes -> send(route, sent.get().type(), bytes))
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private static void send(RoutingContext route, String type, Buffer bytes) {
    var response = route.response();
    boolean picture = type.matches("image/(png|jpeg|webp)");
    response.putHeader("Content-Type", type);
    // why: a page shown from here could act as us; a picture cannot.
    response.putHeader("Content-Disposition", picture ? "inline" : "attachment");
    response.putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.end(bytes);
  }
}
