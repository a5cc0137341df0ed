package id.kentongan.bot.console;

import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.Gate;
import id.kentongan.bot.web.Headers;
import id.kentongan.bot.web.Throttle;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.SignInTries;
import id.kentongan.integrations.postgres.accounts.SignInTries.Who;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/console/masuk`: name and password, at a pace at which nobody guesses. Who fits may give the
/// second factor within ten minutes. A name that nobody has, and one that is locked, take as long
/// as a wrong password.
final class SignIn {
  private static final int FORM = 4 << 10;
  private static final Duration HALF_WAY = Duration.ofMinutes(10);

  private final Hashing hashing;
  private final Gate gate;
  private final Headers headers;
  private final Keys keys;
  private final Officers officers;
  private final OfficerSessions sessions;
  private final SignInTries wrongs;
  private final KnownBrowsers browsers;
  private final Door door;
  private final boolean provided;
  private final BodyHandler forms = BodyHandler.create(false).setBodyLimit(FORM);
  private final Throttle tries = new Throttle(10, 1 / 60.0, System::nanoTime);

  /// The accounts, who of them is in and in which browsers they were before, and who tried in vain.
  record Accounts(
      Officers officers, OfficerSessions sessions, SignInTries tries, KnownBrowsers browsers) {}

  /// `provided`: there is a provider to sign in at as well.
  SignIn(
      Hashing hashing, Browser browser, Keys keys, Accounts accounts, Door door, boolean provided) {
    this.hashing = hashing;
    this.gate = new Gate(browser, System::nanoTime);
    this.headers = new Headers(browser.https());
    this.keys = keys;
    this.officers = accounts.officers();
    this.sessions = accounts.sessions();
    this.wrongs = accounts.tries();
    this.browsers = accounts.browsers();
    this.door = door;
    this.provided = provided;
  }

  void mount(Router router) {
    router.get("/console/masuk").handler(headers).handler(asked -> form(asked, 200, ""));
    router.post("/console/masuk").handler(headers).handler(this::read).handler(this::enter);
  }

  private void form(RoutingContext asked, int status, String fault) {
    door.write(asked, null, form(status, fault, told(asked), provided));
  }

  /// Why somebody who was in is at the door; nothing beside what is wrong with what they did there.
  private static String told(RoutingContext asked) {
    String told = asked.request().getParam("hasil");
    return told == null || asked.request().method().equals(HttpMethod.POST) ? "" : told;
  }

  /// `provided`: there is a provider to sign in at.
  static Reply form(int status, String fault, String told, boolean provided) {
    return new Reply.Shown(
        status, "signin", Map.of("fault", fault, "told", told, "provided", provided));
  }

  /// The account's name as it is kept, whatever somebody sends: PostgreSQL takes no zero.
  static String named(String told) {
    return told.replace("\0", "").strip().toLowerCase(Locale.ROOT);
  }

  private void read(RoutingContext asked) {
    if (Gate.foreign(asked.request())) {
      form(asked, 403, "foreign");
    } else if (!tries.admits(gate.address(asked.request()))) {
      form(asked, 429, "often");
    } else {
      forms.handle(asked);
    }
  }

  private void enter(RoutingContext asked) {
    String name = named(field(asked, "name"));
    String password = field(asked, "password");
    Who who = browsers.who(asked.request(), name);
    wrongs
        .free(who)
        .compose(free -> officers.password(name).map(hash -> hash.filter(known -> free)))
        .compose(hash -> hashing.of(() -> fits(password, hash)))
        .compose(fits -> fits ? welcome(asked, name) : wrong(asked, who))
        .onFailure(lost -> form(asked, 503, "later"));
  }

  private static boolean fits(String password, Optional<String> hash) {
    return hash.map(known -> Argon2id.fits(password, known))
        .orElseGet(() -> Passwords.fitsNobody(password));
  }

  private Future<Void> wrong(RoutingContext asked, Who who) {
    return wrongs.wrongPassword(who).onSuccess(noted -> form(asked, 401, "wrong"));
  }

  private Future<Void> welcome(RoutingContext asked, String name) {
    String token = Keys.fresh();
    return sessions
        .enter(Keys.hash(token), name, false, HALF_WAY)
        .onSuccess(
            in -> {
              asked.response().addCookie(keys.cookie(token, HALF_WAY));
              Door.see(asked, "/console/kode");
            });
  }

  private static String field(RoutingContext asked, String name) {
    String value = asked.request().getFormAttribute(name);
    return value == null ? "" : value;
  }
}
