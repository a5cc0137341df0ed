package id.kentongan.bot.web;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.web.WebChannel;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A browser's session: whoever holds the cookie's 128 random bits is the sender. Only hashes of
/// them are kept or sent anywhere. `tag` tells a page whether it still speaks for the same session.
record Session(ConversationId conversation, String tag) {
  private static final String COOKIE = "kentongan";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final Duration AGE = Duration.ofDays(365);
  private static final SecureRandom RANDOM = new SecureRandom();

  static Optional<Session> of(HttpServerRequest request, boolean https) {
    Cookie cookie = request.getCookie(Browser.cookie(COOKIE, https));
    return cookie != null && TOKEN.matcher(cookie.getValue()).matches()
        ? Optional.of(of(cookie.getValue()))
        : Optional.empty();
  }

  static Session begin(HttpServerResponse response, boolean https) {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    response.addCookie(
        Cookie.cookie(Browser.cookie(COOKIE, https), token)
            .setHttpOnly(true)
            .setSecure(https)
            .setSameSite(CookieSameSite.LAX)
            .setPath("/")
            .setMaxAge(AGE.toSeconds()));
    return of(token);
  }

  /// The id under which a message of this browser is known everywhere.
  String eventId(String clientId) {
    return conversation.key() + ':' + clientId;
  }

  private static Session of(String token) {
    String sender = hash("sender:" + token).substring(0, 32);
    String tag = hash("tag:" + token).substring(0, 16);
    return new Session(new ConversationId(WebChannel.NAME, sender), tag);
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
