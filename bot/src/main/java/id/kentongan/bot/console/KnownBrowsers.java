package id.kentongan.bot.console;

import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.Gate;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.Signer;
import id.kentongan.integrations.postgres.accounts.SignInTries.Who;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The browsers in which an officer was in before: each keeps a cookie, one for each officer, that
/// is signed for the name and lets nobody in. What is tried from there is counted by itself, so
/// that strangers who try wrong passwords do not keep the officer out.
final class KnownBrowsers {
  private static final String COOKIE = "petugas-kenal-";
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,10})\\.([0-9a-f]{64})");
  private static final Duration KEPT = Duration.ofDays(180);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Signer signer;
  private final Gate gate;
  private final boolean https;
  private final InstantSource clock;

  KnownBrowsers(MasterKey master, Browser browser, InstantSource clock) {
    this.signer = new Signer(master, "known browsers");
    this.gate = new Gate(browser, System::nanoTime);
    this.https = browser.https();
    this.clock = clock;
  }

  /// Who tries something under that name.
  Who who(HttpServerRequest request, String name) {
    return mark(request, name)
        .map(mark -> new Who(name, true, mark))
        .orElseGet(() -> new Who(name, false, gate.address(request)));
  }

  /// For a browser in which that officer is in now. One that was known keeps its mark, so that its
  /// wrong tries stay counted.
  Cookie cookie(HttpServerRequest request, String name) {
    String mark = mark(request, name).orElseGet(KnownBrowsers::fresh);
    long since = clock.instant().getEpochSecond();
    String value = mark + '.' + since + '.' + HexFormat.of().formatHex(signed(name, mark, since));
    return Cookie.cookie(cookieName(name), value)
        .setHttpOnly(true)
        .setSecure(https)
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/console")
        .setMaxAge(KEPT.toSeconds());
  }

  private Optional<String> mark(HttpServerRequest request, String name) {
    Cookie cookie = request.getCookie(cookieName(name));
    var told = VALUE.matcher(cookie == null ? "" : cookie.getValue());
    if (!told.matches()) {
      return Optional.empty();
    }
    long since = Long.parseLong(told.group(2));
    byte[] signature = HexFormat.of().parseHex(told.group(3));
    boolean ours = signer.holds(text(name, told.group(1), since), signature);
    boolean fresh = Instant.ofEpochSecond(since).plus(KEPT).isAfter(clock.instant());
    return ours && fresh ? Optional.of(told.group(1)) : Optional.empty();
  }

  /// why: a browser of a branch is several officers', and is to tell no name.
  private String cookieName(String name) {
    return COOKIE + HexFormat.of().formatHex(signer.sign("name " + name), 0, 8);
  }

  private byte[] signed(String name, String mark, long since) {
    return signer.sign(text(name, mark, since));
  }

  private static String text(String name, String mark, long since) {
    return "browser %s %d %s".formatted(mark, since, name);
  }

  private static String fresh() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
