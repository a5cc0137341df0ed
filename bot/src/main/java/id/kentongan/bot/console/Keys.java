package id.kentongan.bot.console;

import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.Gate;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.Signer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// What an officer's browser holds: a cookie that scripts cannot read and other sites cannot send;
/// and what a form of ours holds: a token signed for that cookie.
final class Keys {
  private static final String COOKIE = "petugas";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Signer signer;
  private final boolean https;

  Keys(MasterKey master, boolean https) {
    this.signer = new Signer(master, "console");
    this.https = https;
  }

  /// The cookie's name.
  static String named(boolean https) {
    return Browser.cookie(COOKIE, https);
  }

  static String fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /// The session's token, or nothing.
  String token(HttpServerRequest request) {
    Cookie cookie = request.getCookie(named(https));
    return cookie == null ? "" : cookie.getValue();
  }

  /// why not /console over https: `__Host-` wants the whole host.
  Cookie cookie(String token, Duration length) {
    return Cookie.cookie(named(https), token)
        .setHttpOnly(true)
        .setSecure(https)
        .setSameSite(CookieSameSite.STRICT)
        .setPath(https ? "/" : "/console")
        .setMaxAge(length.toSeconds());
  }

  String csrf(String token) {
    return HexFormat.of().formatHex(signer.sign("form " + token));
  }

  /// The same with a number of its own, for each page that is made.
  static String form(Visit visit) {
    byte[] bits = new byte[8];
    RANDOM.nextBytes(bits);
    return visit.csrf() + '.' + HexFormat.of().formatHex(bits);
  }

  /// Whether a page of ours, made for this session, sent the request.
  boolean ours(HttpServerRequest request, Visit visit) {
    String told = request.getHeader("X-CSRF-Token");
    String given = told == null ? request.getFormAttribute("csrf") : told;
    return !Gate.foreign(request)
        && given != null
        && MessageDigest.isEqual(
            given.replaceFirst("\\..*", "").getBytes(StandardCharsets.UTF_8),
            visit.csrf().getBytes(StandardCharsets.UTF_8));
  }

  /// The secret that a session may set up as its second factor: 160 bits.
  byte[] secret(String token) {
    return Arrays.copyOf(signer.sign("second factor " + token), 20);
  }

  static byte[] hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
