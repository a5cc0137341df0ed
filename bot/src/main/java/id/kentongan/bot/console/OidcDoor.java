package id.kentongan.bot.console;

import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.Gate;
import id.kentongan.bot.web.Headers;
import id.kentongan.integrations.oidc.OidcAsked;
import id.kentongan.integrations.oidc.OidcIdentity;
import id.kentongan.integrations.oidc.OidcProvider;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/console/oidc` and `/console/oidc/kembali`: an officer signs in at the organisation's provider.
/// Only who has an open account here comes in, and gives the second factor here unless the provider
/// says that it asked for one.
final class OidcDoor {
  private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
  private static final String PATH = "/console/oidc";
  private static final String COOKIE = "petugas-oidc";
  private static final Duration HALF_WAY = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OidcProvider provider;
  private final Officers officers;
  private final OfficerSessions sessions;
  private final KnownBrowsers browsers;
  private final Gate gate;
  private final Headers headers;
  private final Keys keys;
  private final Door door;
  private final boolean https;

  OidcDoor(
      OidcProvider provider,
      Browser browser,
      Gate gate,
      Keys keys,
      SignIn.Accounts accounts,
      Door door) {
    this.provider = provider;
    this.officers = accounts.officers();
    this.sessions = accounts.sessions();
    this.browsers = accounts.browsers();
    this.gate = gate;
    this.headers = new Headers(browser.https());
    this.keys = keys;
    this.door = door;
    this.https = browser.https();
  }

  void mount(Router router) {
    router.get(PATH).handler(headers).handler(this::leave);
    router.get(PATH + "/kembali").handler(headers).handler(this::back);
  }

  private void leave(RoutingContext asked) {
    if (!gate.admitsAddress(asked)) {
      often(asked);
      return;
    }
    var fresh = OidcAsked.fresh(RANDOM);
    provider
        .authorization(fresh)
        .onSuccess(
            url -> {
              asked.response().addCookie(cookie(fresh.text(), HALF_WAY));
              asked.response().setStatusCode(303).putHeader("Location", url).end();
            })
        .onFailure(lost -> refuse(asked, 503, "later", lost));
  }

  /// why Lax: the provider sends the browser back from another site.
  private Cookie cookie(String value, Duration length) {
    return Cookie.cookie(COOKIE, value)
        .setHttpOnly(true)
        .setSecure(https)
        .setSameSite(CookieSameSite.LAX)
        .setPath(PATH)
        .setMaxAge(length.toSeconds());
  }

  private void back(RoutingContext asked) {
    if (!gate.admitsAddress(asked)) {
      often(asked);
      return;
    }
    Cookie kept = asked.request().getCookie(COOKIE);
    asked.response().addCookie(cookie("", Duration.ZERO));
    String state = parameter(asked, "state");
    String code = parameter(asked, "code");
    Optional<OidcAsked> ours =
        OidcAsked.read(kept == null ? "" : kept.getValue()).filter(own -> own.is(state));
    if (ours.isEmpty() || code.isEmpty()) {
      form(asked, 403, "oidc");
      return;
    }
    provider
        .identity(code, ours.get())
        .onSuccess(who -> enter(asked, who).onFailure(lost -> refuse(asked, 503, "later", lost)))
        .onFailure(why -> refuse(asked, 403, "oidc", why));
  }

  private static String parameter(RoutingContext asked, String name) {
    String value = asked.request().getParam(name);
    return value == null ? "" : value;
  }

  private Future<Void> enter(RoutingContext asked, OidcIdentity who) {
    String name = SignIn.named(who.name());
    return officers
        .password(name)
        .compose(
            open -> {
              if (open.isEmpty()) {
                form(asked, 403, "oidc-unknown");
                return Future.succeededFuture();
              }
              return welcome(asked, name, who.both());
            });
  }

  /// why a page and no redirect: a browser that comes from another site does not send the session's
  /// cookie with the next address, but with the page's own.
  private Future<Void> welcome(RoutingContext asked, String name, boolean both) {
    String token = Keys.fresh();
    Duration length = both ? FactorDoor.DAY : HALF_WAY;
    return sessions
        .enter(Keys.hash(token), name, both, length)
        .onSuccess(
            in -> {
              asked.response().addCookie(keys.cookie(token, length));
              if (both) {
                asked.response().addCookie(browsers.cookie(asked.request(), name));
              }
              door.write(asked, null, Reply.shown("entered", Map.of()));
            });
  }

  private void refuse(RoutingContext asked, int status, String fault, Throwable why) {
    boolean told = why instanceof OidcProvider.Refused;
    LOG.warn("no sign-in by the provider: {}", told ? why.getMessage() : why.getClass().getName());
    form(asked, status, fault);
  }

  private void often(RoutingContext asked) {
    asked.response().putHeader("Retry-After", Gate.LATER);
    form(asked, 429, "often");
  }

  private void form(RoutingContext asked, int status, String fault) {
    door.write(asked, null, SignIn.form(status, fault, "", true));
  }
}
