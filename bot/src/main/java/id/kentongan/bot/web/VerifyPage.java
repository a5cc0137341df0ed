package id.kentongan.bot.web;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.Verify.Kind;
import id.kentongan.integrations.postgres.Verify.Result;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// `/verify/{code}`: tells anyone what a code is of and how that stands, never whose it is. At a
/// pace at which nobody finds codes by trying.
public final class VerifyPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id-ID"));
  private static final int LONGEST = 64;

  private final Function<String, Future<Result>> verify;
  private final Words words;
  private final ZoneId zone;
  private final Gate gate;
  private final Throttle guesses = new Throttle(20, 0.1, System::nanoTime);
  private final Headers headers;
  private final String page = new Assets().page("verify.html");

  public VerifyPage(
      Function<String, Future<Result>> verify, Words words, ZoneId zone, Browser browser) {
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
      show(route, 200, "<p>Tulis kode dari tanda terima, kartu, atau agen.</p>");
      return;
    }
    String plain = code.replaceAll("[^A-Za-z0-9-]", "");
    route.redirect("/verify/" + (plain.isEmpty() ? "-" : plain));
  }

  private void check(RoutingContext route) {
    if (!guesses.admits(gate.address(route.request()))) {
      show(route, 429, "<p>Terlalu sering mencoba. Tunggu sebentar, lalu coba lagi.</p>");
      return;
    }
    String code = route.pathParam("code");
    verify
        .apply(code.substring(0, Math.min(code.length(), LONGEST)))
        .onSuccess(result -> show(route, status(result), said(result)))
        .onFailure(lost -> show(route, 503, "<p>Sedang ada gangguan. Coba lagi sebentar.</p>"));
  }

  private static int status(Result result) {
    return switch (result) {
      case Result.Found found -> 200;
      case Result.Unknown unknown -> 404;
      case Result.Mistyped mistyped -> 404;
    };
  }

  private String said(Result result) {
    return switch (result) {
      case Result.Found(Kind kind, String state, Instant since, boolean sample) ->
          "<p><strong>Kode ini benar dari layanan kami.</strong>%s</p>"
                  .formatted(Html.sample(sample))
              + "<dl><dt>Untuk</dt><dd>%s</dd><dt>Keadaan</dt><dd>%s</dd><dt>Sejak</dt><dd>%s</dd></dl>"
                  .formatted(name(kind), Html.text(state(state)), DAY.format(since.atZone(zone)));
      case Result.Unknown unknown ->
          "<p class=\"bad\"><strong>Kode ini tidak ada pada kami.</strong> Kalau seseorang"
              + " memberikannya, jangan serahkan uang atau data. Telepon 175.</p>";
      case Result.Mistyped mistyped ->
          "<p class=\"bad\"><strong>Kode ini belum benar.</strong> Periksa lagi huruf dan"
              + " angkanya, contoh: K7M4-92QX.</p>";
    };
  }

  private String state(String state) {
    String key = "matter." + state;
    return words.has(key) ? words.say(Language.INDONESIAN, key) : "tercatat";
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case ENROLLMENT -> "pendaftaran";
      case CLAIM -> "klaim santunan";
      case ACCIDENT -> "laporan kecelakaan kerja";
      case AGENT -> "agen";
      case PAYMENT -> "pembayaran iuran";
      case CARD -> "kartu peserta";
    };
  }

  private void show(RoutingContext route, int status, String result) {
    route.response().setStatusCode(status).putHeader("Content-Type", "text/html; charset=utf-8");
    route.end(Html.fill(page, Map.of("result", result)));
  }
}
