package id.kentongan.bot.web;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.files.PlatformCopies;
import id.kentongan.integrations.postgres.records.Verify.Kind;
import id.kentongan.integrations.postgres.records.Verify.Result;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `/verify/{code}`: tells anyone what a code is of and how that stands, never whose it is. At a
/// pace at which nobody finds codes by trying.
public final class VerifyPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id-ID"));
  private static final int LONGEST = 64;

  private final Function<String, Future<Result>> verify;
  private final Supplier<Words> words;
  private final ZoneId zone;
  private final Gate gate;
  private final Throttle guesses = new Throttle(20, 0.1, System::nanoTime);
  private final Headers headers;
  private final String page = new Assets().page("verify.html");

  public VerifyPage(
      Function<String, Future<Result>> verify,
      Supplier<Words> words,
      ZoneId zone,
      Browser browser) {
    this.verify = verify;
    this.words = words;
    this.zone = zone;
    this.gate = new Gate(browser, System::nanoTime);
    this.headers = new Headers(browser.https());
  }

  public void mount(Router router) {
    router.get("/verify").handler(headers).handler(this::form);
    router.get("/verify/:code").handler(headers).handler(this::check);
  }

  private void form(RoutingContext route) {
    String code = route.request().getParam("code");
    if (code == null || code.isBlank()) {
      show(route, 200, Html.p(say("verify.ask")));
      return;
    }
    String plain = code.replaceAll("[^A-Za-z0-9-]", "");
    route.redirect("/verify/" + (plain.isEmpty() ? "-" : plain));
  }

  private void check(RoutingContext route) {
    if (!guesses.admits(gate.address(route.request()))) {
      show(route, 429, Html.p(say("verify.too-often")));
      return;
    }
    String code = route.pathParam("code");
    verify
        .apply(code.substring(0, Math.min(code.length(), LONGEST)))
        .onSuccess(result -> show(route, status(result), said(result)))
        .onFailure(lost -> show(route, 503, Html.p(say("verify.later"))));
  }

  private static int status(Result result) {
    return switch (result) {
      case Result.Found found -> 200;
      case Result.Erased erased -> 200;
      case Result.Certified certified -> 200;
      case Result.Unknown unknown -> 404;
      case Result.Mistyped mistyped -> 404;
    };
  }

  private String said(Result result) {
    return switch (result) {
      case Result.Found(Kind kind, String state, Instant since, boolean sample) ->
          "<p>%s%s</p>".formatted(strong("verify.found"), Html.sample(sample))
              + "<dl>"
              + line("verify.of", say("verify.kind." + kind.name().toLowerCase(Locale.ROOT)))
              + line("verify.state", state(state))
              + line("verify.since", DAY.format(since.atZone(zone)))
              + "</dl>";
      case Result.Erased erased -> erased(erased);
      case Result.Certified(String village, Instant since, boolean standing) ->
          "<p>%s</p>".formatted(strong(standing ? "verify.found" : "verify.withdrawn"))
              + "<dl>"
              + line("verify.of", say("verify.kind.certificate"))
              + line("verify.village", village)
              + line("verify.since", DAY.format(since.atZone(zone)))
              + "</dl>";
      case Result.Unknown unknown -> bad("verify.unknown", "verify.unknown-then");
      case Result.Mistyped mistyped -> bad("verify.mistyped", "verify.mistyped-then");
    };
  }

  private String erased(Result.Erased erased) {
    String kept =
        erased.kept().stream()
            .map(kind -> say("privacy.kinds." + kind))
            .collect(Collectors.joining(", "));
    return "<p>%s</p>".formatted(strong("verify.found"))
        + "<dl>"
        + line("verify.of", say("verify.kind.erasure"))
        + line("verify.erased", DAY.format(erased.since().atZone(zone)))
        + line("verify.kept", kept.isEmpty() ? say("verify.nothing") : kept)
        + line("verify.backups", DAY.format(erased.backups()))
        + erased.copies().stream().map(this::copies).collect(Collectors.joining())
        + "</dl>";
  }

  /// What became of a messenger's own copies of the files.
  private String copies(PlatformCopies.Told told) {
    String channel = say("console.channel." + told.channel());
    String became = say("privacy.copies." + told.copy().name().toLowerCase(Locale.ROOT));
    return "<dt>%s %s</dt><dd>%d %s</dd>"
        .formatted(
            Html.text(say("verify.copies")), Html.text(channel), told.files(), Html.text(became));
  }

  private String state(String state) {
    String key = "matter." + state;
    return words.get().has(key) ? say(key) : say("verify.noted");
  }

  private String bad(String key, String then) {
    return "<p class=\"bad\">%s %s</p>".formatted(strong(key), Html.text(say(then)));
  }

  private String line(String key, String value) {
    return "<dt>%s</dt><dd>%s</dd>".formatted(Html.text(say(key)), Html.text(value));
  }

  private String strong(String key) {
    return "<strong>%s</strong>".formatted(Html.text(say(key)));
  }

  private String say(String key) {
    return words.get().say(Language.INDONESIAN, key);
  }

  private void show(RoutingContext route, int status, String result) {
    route.response().setStatusCode(status).putHeader("Content-Type", "text/html; charset=utf-8");
    route.end(Html.fill(page, Map.of("result", result)));
  }
}
