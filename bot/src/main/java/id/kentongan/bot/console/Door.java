package id.kentongan.bot.console;

import id.kentongan.bot.http.LingeringClose;
import id.kentongan.bot.web.Gate;
import id.kentongan.bot.web.Headers;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.OfficerSessions.Holder;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets an officer to a page: a session with both factors, the permission that the page needs, and
/// for whatever changes something the token that only our own pages have.
final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int FORM = 512 << 10;
  private static final String VISIT = "visit";

  /// why: whoever counts is behind another store, and no page waits for that.
  private static final long COUNTING_MILLIS = 250;

  private final Gate gate;
  private final Headers headers;
  private final Keys keys;
  private final OfficerSessions sessions;
  private final AuditTrail audit;
  private final Searches searches;
  private final Templates templates;
  private final Taps taps;
  private final Supplier<Future<Long>> undelivered;
  private final BodyHandler forms = BodyHandler.create(false).setBodyLimit(FORM);

  Door(
      Gate gate,
      Headers headers,
      Keys keys,
      OfficerSessions sessions,
      AuditTrail audit,
      Searches searches,
      Templates templates,
      Taps taps,
      Supplier<Future<Long>> undelivered) {
    this.gate = gate;
    this.headers = headers;
    this.keys = keys;
    this.sessions = sessions;
    this.audit = audit;
    this.searches = searches;
    this.templates = templates;
    this.taps = taps;
    this.undelivered = undelivered;
  }

  void mount(Router router, List<Page> pages) {
    for (Page page : pages) {
      for (Page.Address address : page.addresses()) {
        Route route = router.route(address.method(), "/console" + address.path());
        route.handler(headers).handler(asked -> enter(asked, address));
        route.handler(asked -> ours(Objects.requireNonNull(asked.get(VISIT)), address));
      }
    }
    router.route("/console*").handler(headers).handler(asked -> missing(asked));
    router.route("/console*").failureHandler(headers).failureHandler(this::unread);
  }

  private void missing(RoutingContext asked) {
    write(asked, null, Reply.missing());
  }

  /// What came could not be read; anything else that went wrong is the server's to answer.
  private void unread(RoutingContext asked) {
    switch (asked.statusCode()) {
      case 400 -> write(asked, null, new Reply.Refused(400, "unread"));
      case 413 -> {
        LingeringClose.after(asked);
        write(asked, asked.get(VISIT), new Reply.Refused(413, "large"));
      }
      default -> asked.next();
    }
  }

  private void enter(RoutingContext asked, Page.Address address) {
    if (!gate.admitsAddress(asked)) {
      asked.response().putHeader("Retry-After", Gate.LATER);
      write(asked, null, new Reply.Refused(429, "often"));
      return;
    }
    if (address.method().equals(HttpMethod.POST)) {
      OneFile.hold(asked);
    }
    String token = keys.token(asked.request());
    Future<Optional<Holder>> who =
        token.isEmpty() ? Future.succeededFuture(Optional.empty()) : sessions.who(Keys.hash(token));
    who.onSuccess(
            holder -> {
              if (holder.isEmpty()) {
                see(asked, token.isEmpty() ? "/console/masuk" : "/console/masuk?hasil=berakhir");
              } else {
                var sought = searches.again(asked.request(), token, asked.normalizedPath());
                enter(new Visit(asked, holder.get(), token, keys.csrf(token), sought), address);
              }
            })
        .onFailure(lost -> broken(asked, lost));
  }

  private void enter(Visit visit, Page.Address address) {
    Holder officer = visit.officer();
    RoutingContext asked = visit.route();
    if (!officer.factor()) {
      see(asked, "/console/kode");
    } else if (officer.renew() && !address.path().equals(PasswordPage.PATH)) {
      see(asked, "/console" + PasswordPage.PATH);
    } else if (!address.needed().of(officer.role())) {
      audit
          .note(officer.name(), "refused " + address.needed(), address.path())
          .onComplete(noted -> write(asked, visit, new Reply.Refused(403, "role")));
    } else {
      asked.put(VISIT, visit);
      read(asked, address);
    }
  }

  /// why: a stranger's form is not read at all, so that it takes none of our memory.
  private void read(RoutingContext asked, Page.Address address) {
    if (address.upload()) {
      OneFile.read(asked).onComplete(read -> asked.next());
    } else if (address.method().equals(HttpMethod.POST)) {
      forms.handle(asked);
    } else {
      asked.next();
    }
  }

  private void ours(Visit visit, Page.Address address) {
    RoutingContext asked = visit.route();
    if (address.method().equals(HttpMethod.POST) && !keys.ours(asked.request(), visit)) {
      write(asked, visit, new Reply.Refused(403, "foreign"));
    } else {
      answer(visit, address);
    }
  }

  private void answer(Visit visit, Page.Address address) {
    Future<Reply> reply =
        visit.posted()
            ? taps.once(visit, () -> answered(visit, address))
            : answered(visit, address);
    reply
        .compose(answered -> counted(visit, answered))
        .map(
            answered -> {
              write(visit.route(), visit, answered);
              return answered;
            })
        .onFailure(lost -> broken(visit.route(), lost));
  }

  private static Future<Reply> answered(Visit visit, Page.Address address) {
    try {
      return address.answer().apply(visit);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /// Those who look after what was not delivered see on every page how much there is.
  private Future<Reply> counted(Visit visit, Reply reply) {
    boolean shown = reply instanceof Reply.Shown && !visit.part();
    return shown && Permission.LETTERS.of(visit.officer().role())
        ? undelivered
            .get()
            .timeout(COUNTING_MILLIS, TimeUnit.MILLISECONDS)
            .otherwise(0L)
            .map(
                many -> {
                  visit.route().put(Templates.UNDELIVERED, many);
                  return reply;
                })
        : Future.succeededFuture(reply);
  }

  /// why: the text of an exception may hold what a person wrote, and a page may be what is broken.
  private void broken(RoutingContext asked, Throwable lost) {
    StackTraceElement[] trace = lost.getStackTrace();
    LOG.error("{} at {}", lost.getClass().getName(), trace.length > 0 ? trace[0] : "unknown");
    asked.response().setStatusCode(503).putHeader("Content-Type", "text/plain; charset=utf-8");
    asked.end(templates.broken());
  }

  void write(RoutingContext asked, @Nullable Visit visit, Reply reply) {
    switch (reply) {
      case Reply.Shown(int status, String template, Map<String, ?> model) ->
          html(asked, status, templates.fill(template, model, visit));
      case Reply.Refused(int status, String why) ->
          html(asked, status, templates.fill("refused", Map.of("why", why), visit));
      case Reply.See(String path) -> see(asked, path);
      case Reply.Sought _ -> {
        String name = searches.fresh();
        searches.kept(Objects.requireNonNull(visit), name).forEach(asked.response()::addCookie);
        see(asked, asked.normalizedPath() + '?' + Searches.AGAIN + '=' + name);
      }
      case Reply.Bytes bytes -> bytes(asked, bytes);
      case Reply.Streaming _ -> {}
    }
  }

  private static void html(RoutingContext asked, int status, String page) {
    asked.response().setStatusCode(status).putHeader("Content-Type", "text/html; charset=utf-8");
    asked.end(page);
  }

  private static void bytes(RoutingContext asked, Reply.Bytes file) {
    var response = asked.response().putHeader("Content-Type", file.type());
    if (!file.name().isEmpty()) {
      response.putHeader("Content-Disposition", "attachment; filename=\"" + file.name() + '"');
    }
    // why: a paper that somebody sent must run nothing, whatever it is.
    response.putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.end(file.bytes());
  }

  /// why: htmx follows a plain redirection within the part of the page that it fills.
  static void see(RoutingContext asked, String path) {
    if (asked.request().getHeader("HX-Request") != null) {
      asked.response().putHeader("HX-Redirect", path).end();
    } else {
      asked.response().setStatusCode(303).putHeader("Location", path).end();
    }
  }
}
