package id.kentongan.bot.console;

import id.kentongan.bot.web.Headers;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.OfficerSessions.Holder;
import id.kentongan.integrations.postgres.accounts.SecondFactors;
import id.kentongan.integrations.postgres.accounts.SignInTries;
import id.kentongan.integrations.postgres.accounts.SignInTries.Who;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// `/console/kode`: the second factor, from the officer's phone. Who has none sets it up here by a
/// picture. A right code begins the session proper, which lasts a working day, under a new token.
final class FactorDoor {
  private static final int FORM = 4 << 10;
  private static final String VISIT = "half in";
  static final Duration DAY = Duration.ofHours(10);

  private final Headers headers;
  private final Keys keys;
  private final SignInTries tries;
  private final KnownBrowsers browsers;
  private final OfficerSessions sessions;
  private final SecondFactors factors;
  private final InstantSource clock;
  private final Door door;

  FactorDoor(
      Headers headers,
      Keys keys,
      SignIn.Accounts accounts,
      SecondFactors factors,
      InstantSource clock,
      Door door) {
    this.headers = headers;
    this.keys = keys;
    this.tries = accounts.tries();
    this.browsers = accounts.browsers();
    this.sessions = accounts.sessions();
    this.factors = factors;
    this.clock = clock;
    this.door = door;
  }

  void mount(Router router) {
    router.get("/console/kode").handler(headers).handler(asked -> visit(asked, this::form));
    var forms = BodyHandler.create(false).setBodyLimit(FORM);
    router
        .post("/console/kode")
        .handler(headers)
        .handler(asked -> held(asked, forms))
        .handler(
            asked -> {
              Visit visit = Objects.requireNonNull(asked.get(VISIT));
              enter(visit).onFailure(lost -> later(asked));
            });
  }

  /// What one does who gave the password.
  @FunctionalInterface
  private interface HalfIn {
    Future<Void> go(Visit visit);
  }

  /// why: a stranger's form is not read at all, so that it takes none of our memory.
  private void held(RoutingContext asked, BodyHandler forms) {
    OneFile.hold(asked);
    visit(
        asked,
        visit -> {
          asked.put(VISIT, visit);
          forms.handle(asked);
          return Future.succeededFuture();
        });
  }

  private void later(RoutingContext asked) {
    door.write(asked, null, new Reply.Refused(503, "later"));
  }

  private void visit(RoutingContext asked, HalfIn then) {
    String token = keys.token(asked.request());
    sessions
        .who(Keys.hash(token))
        .compose(
            holder -> {
              if (holder.isEmpty()) {
                Door.see(asked, "/console/masuk");
                return Future.succeededFuture();
              }
              return then.go(new Visit(asked, holder.get(), token, keys.csrf(token), Map.of()));
            })
        .onFailure(lost -> later(asked));
  }

  private Future<Void> form(Visit visit) {
    if (visit.officer().factor()) {
      Door.see(visit.route(), "/console");
    } else {
      show(visit, 200, "");
    }
    return Future.succeededFuture();
  }

  private void show(Visit visit, int status, String fault) {
    Holder officer = visit.officer();
    var model =
        officer.enrolled()
            ? Map.of("fault", fault, "setup", false)
            : Map.of(
                "fault",
                fault,
                "setup",
                true,
                "secret",
                Totp.base32(keys.secret(visit.token())),
                "qr",
                QrPicture.of(Totp.address(keys.secret(visit.token()), officer.name())));
    door.write(visit.route(), visit, new Reply.Shown(status, "factor", model));
  }

  private Future<Void> enter(Visit visit) {
    if (!keys.ours(visit.route().request(), visit)) {
      door.write(visit.route(), visit, new Reply.Refused(403, "foreign"));
      return Future.succeededFuture();
    }
    Who who = browsers.who(visit.route().request(), visit.name());
    return tries.free(who).compose(free -> free ? judge(visit, who) : locked(visit));
  }

  private Future<Void> judge(Visit visit, Who who) {
    return right(visit)
        .compose(
            right ->
                right
                    ? tries.right(who).compose(cleared -> welcome(visit))
                    : tries.wrongCode(who).onSuccess(noted -> show(visit, 401, "wrong")));
  }

  private Future<Void> locked(Visit visit) {
    return sessions
        .leave(Keys.hash(visit.token()))
        .onSuccess(out -> Door.see(visit.route(), "/console/masuk"));
  }

  private Future<Boolean> right(Visit visit) {
    String typed = visit.field("code");
    if (!visit.officer().enrolled()) {
      byte[] secret = keys.secret(visit.token());
      OptionalLong step = Totp.step(secret, typed, clock.instant());
      return step.isEmpty()
          ? Future.succeededFuture(false)
          : factors.keep(visit.name(), HexFormat.of().formatHex(secret), step.getAsLong());
    }
    return factors
        .of(visit.name())
        .compose(
            known -> {
              OptionalLong step =
                  known.isEmpty()
                      ? OptionalLong.empty()
                      : Totp.step(
                          HexFormat.of().parseHex(known.get().secret()), typed, clock.instant());
              return step.isEmpty()
                  ? Future.succeededFuture(false)
                  : factors.take(visit.name(), step.getAsLong());
            });
  }

  private Future<Void> welcome(Visit visit) {
    String token = Keys.fresh();
    return sessions
        .leave(Keys.hash(visit.token()))
        .compose(left -> sessions.enter(Keys.hash(token), visit.name(), true, DAY))
        .onSuccess(
            in -> {
              var answer = visit.route().response().addCookie(keys.cookie(token, DAY));
              answer.addCookie(browsers.cookie(visit.route().request(), visit.name()));
              Door.see(visit.route(), "/console");
            });
  }
}
