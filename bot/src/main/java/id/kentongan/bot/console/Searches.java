package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.SealedLinks;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an officer looked for last on a page, kept by their own browser: sealed, and of use to
/// their session on that page alone. Whoever reloads what was found or goes back to it finds it
/// again, and no address tells what was typed.
final class Searches {
  /// Stands in the address of what was found.
  static final String AGAIN = "lagi";

  private static final String COOKIE = "cari";
  private static final Duration KEPT = Duration.ofHours(10);

  /// Of a field, in characters: no browser keeps more than 4 KB.
  private static final int LONGEST = 100;

  private final SealedLinks seals;
  private final boolean https;
  private final InstantSource clock;

  Searches(MasterKey master, boolean https, InstantSource clock) {
    this.seals = new SealedLinks(master, "search");
    this.https = https;
    this.clock = clock;
  }

  /// What the form of this visit holds.
  Cookie kept(Visit visit) {
    var typed = new HashMap<String, Object>();
    for (Map.Entry<String, String> field : visit.route().request().formAttributes()) {
      if (!field.getKey().equals("csrf")) {
        String value = visit.field(field.getKey());
        typed.put(field.getKey(), value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    String path = visit.route().normalizedPath();
    String text = whose(visit.token(), path) + new JsonObject(typed).encode();
    return Cookie.cookie(COOKIE, seals.seal(text, clock.instant().plus(KEPT)))
        .setHttpOnly(true)
        .setSecure(https)
        .setSameSite(CookieSameSite.STRICT)
        .setPath(path)
        .setMaxAge(KEPT.toSeconds());
  }

  /// What was looked for, by field, where the address asks for that; else nothing.
  Map<String, String> again(HttpServerRequest request, String token, String path) {
    Cookie cookie = request.getParam(AGAIN) == null ? null : request.getCookie(COOKIE);
    String whose = whose(token, path);
    return Optional.ofNullable(cookie)
        .flatMap(kept -> seals.open(kept.getValue(), clock.instant()))
        .filter(text -> text.startsWith(whose))
        .map(text -> new JsonObject(text.substring(whose.length())))
        .map(
            typed ->
                typed.stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().toString())))
        .orElse(Map.of());
  }

  private static String whose(String token, String path) {
    return HexFormat.of().formatHex(Keys.hash(token)) + ' ' + path + ' ';
  }
}
