package id.kentongan.bot.web;

import id.kentongan.integrations.postgres.Officers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/console`: officers sign in and see the lists. Five tries a name or address, then one each
/// three minutes on this node. A session lasts a working day.
public final class Console {
  private static final String COOKIE = "petugas";
  private static final int FORM = 4 << 10;
  private static final Duration DAY = Duration.ofHours(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vertx vertx;
  private final Browser browser;
  private final Officers officers;
  private final ConsoleLists lists;
  private final InstantSource clock;
  private final Gate gate;
  private final Throttle tries = new Throttle(5, 1 / 180.0, System::nanoTime);
  private final String signIn = new Assets().page("signin.html");

  public Console(
      Vertx vertx, Browser browser, Officers officers, ConsoleLists lists, InstantSource clock) {
    this.vertx = vertx;
    this.browser = browser;
    this.officers = officers;
    this.lists = lists;
    this.clock = clock;
    this.gate = new Gate(browser, System::nanoTime);
  }

  public void mount(Router router) {
    router.route("/console*").handler(new Headers(browser.https()));
    router.get("/console").handler(this::show);
    router
        .post("/console/masuk")
        .handler(BodyHandler.create(false).setBodyLimit(FORM))
        .handler(this::enter);
    router.post("/console/keluar").handler(this::leave);
  }

  private void show(RoutingContext route) {
    byte[] token = token(route);
    if (!gate.admitsAddress(route)) {
      return;
    }
    Future<Optional<String>> who =
        token == null
            ? Future.succeededFuture(Optional.empty())
            : officers.who(token, clock.instant());
    who.compose(
            name ->
                name.isEmpty()
                    ? Future.succeededFuture(Html.fill(signIn, Map.of("fault", "")))
                    : lists.page(name.get()))
        .onSuccess(page -> html(route, 200, page))
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private void enter(RoutingContext route) {
    if (Gate.foreign(route.request())) {
      Gate.refused(route, 403, "foreign");
      return;
    }
    String name = field(route, "name").strip().toLowerCase(Locale.ROOT);
    String password = field(route, "password");
    boolean mayTry =
        tries.admits("name " + name) && tries.admits("at " + gate.address(route.request()));
    if (!mayTry) {
      fault(route, 429, "Terlalu sering mencoba. Tunggu beberapa menit, lalu coba lagi.");
      return;
    }
    officers
        .password(name)
        .compose(hash -> vertx.executeBlocking(() -> fits(password, hash), false))
        .onSuccess(fits -> entered(route, name, fits))
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private static boolean fits(String password, Optional<String> hash) {
    return hash.map(known -> Passwords.fits(password, known))
        .orElseGet(() -> Passwords.fitsNobody(password));
  }

  private void entered(RoutingContext route, String name, boolean fits) {
    if (!fits) {
      fault(route, 401, "Nama atau kata sandi belum benar.");
      return;
    }
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Instant now = clock.instant();
    officers
        .enter(hash(token), name, now, now.plus(DAY))
        .onSuccess(
            in -> {
              route.response().addCookie(cookie(token).setMaxAge(DAY.toSeconds()));
              see(route);
            })
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private void leave(RoutingContext route) {
    byte[] token = token(route);
    if (Gate.foreign(route.request()) || token == null) {
      Gate.refused(route, 403, "foreign");
      return;
    }
    officers
        .leave(token)
        .onSuccess(
            gone -> {
              route.response().addCookie(cookie("").setMaxAge(0));
              see(route);
            })
        .onFailure(lost -> Gate.refused(route, 503, "later"));
  }

  private Cookie cookie(String token) {
    return Cookie.cookie(COOKIE, token)
        .setHttpOnly(true)
        .setSecure(browser.https())
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/console");
  }

  private void fault(RoutingContext route, int status, String why) {
    String said = "<p class=\"bad\" role=\"alert\">" + Html.text(why) + "</p>";
    html(route, status, Html.fill(signIn, Map.of("fault", said)));
  }

  private static void see(RoutingContext route) {
    route.response().setStatusCode(303).putHeader("Location", "/console").end();
  }

  private static void html(RoutingContext route, int status, String page) {
    route.response().setStatusCode(status).putHeader("Content-Type", "text/html; charset=utf-8");
    route.end(page);
  }

  private static String field(RoutingContext route, String name) {
    String value = route.request().getFormAttribute(name);
    return value == null ? "" : value;
  }

  private static byte @Nullable [] token(RoutingContext route) {
    Cookie cookie = route.request().getCookie(COOKIE);
    return cookie == null || cookie.getValue().isEmpty() ? null : hash(cookie.getValue());
  }

  private static byte[] hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
