package id.kentongan.bot.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Lets a request of our own page in and answers every other: another site's (403), a browser
/// without a session (401) or with a newer one than the page's (409), too many (429).
///
/// A page proves itself by the header `X-Kentongan`, which no other site can set without asking,
/// and by the browser's own word (`Sec-Fetch-Site`, `Origin`).
public final class Gate {
  static final String TAG = "X-Kentongan";

  /// After how many seconds who asks too often may ask again.
  public static final String LATER = "5";

  private final Caller caller;
  private final boolean https;
  private final Throttle addresses;
  private final Throttle senders;
  private final Throttle files;

  public Gate(Browser browser, LongSupplier nanos) {
    this.caller = new Caller(browser.proxies());
    this.https = browser.https();
    this.addresses = new Throttle(400, 40, nanos);
    this.senders = new Throttle(20, 1, nanos);
    this.files = new Throttle(20, 0.2, nanos);
  }

  /// Who may read: any holder of a session, at a decent pace.
  Optional<Session> reader(RoutingContext route) {
    if (!admitsAddress(route)) {
      return refused(route, 429, "slow-down");
    }
    Optional<Session> session = Session.of(route.request(), https);
    return session.isPresent() ? session : refused(route, 401, "no-session");
  }

  /// Who may write a message.
  Optional<Session> writer(RoutingContext route) {
    return writer(route, senders);
  }

  /// Who may send a file.
  Optional<Session> uploader(RoutingContext route) {
    return writer(route, files);
  }

  private Optional<Session> writer(RoutingContext route, Throttle pace) {
    if (foreign(route.request()) || route.request().getHeader(TAG) == null) {
      return refused(route, 403, "foreign");
    }
    Optional<Session> session = reader(route);
    if (session.isEmpty()) {
      return session;
    }
    if (!same(route.request().getHeader(TAG), session.get().tag())) {
      return refused(route, 409, "other-session");
    }
    return pace.admits(session.get().tag()) ? session : refused(route, 429, "slow-down");
  }

  /// Whether this address asks at a decent pace.
  public boolean admitsAddress(RoutingContext route) {
    return addresses.admits(address(route.request()));
  }

  /// Another site made the browser send this.
  public static boolean foreign(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null && !origin.endsWith("://" + request.authority());
  }

  /// Who calls, by the network address.
  public String address(HttpServerRequest request) {
    return caller.of(request.remoteAddress().hostAddress(), request.headers());
  }

  static Optional<Session> refused(RoutingContext route, int status, String error) {
    if (status == 429) {
      route.response().putHeader("Retry-After", LATER);
    }
    route.response().setStatusCode(status).putHeader("Content-Type", "application/json");
    route.end("{\"error\":\"" + error + "\"}");
    return Optional.empty();
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
