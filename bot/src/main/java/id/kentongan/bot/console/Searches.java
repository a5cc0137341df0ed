package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.SealedLinks;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// What an officer looked for last on a page, kept by their own browser: sealed, and of use to
/// their session on that page alone. Whoever reloads what was found or goes back to it finds it
/// again, in each tab its own, and no address tells what was typed.
final class Searches {
  /// Stands in the address of what was found, with the name of that search.
  static final String AGAIN = "lagi";

  private static final String COOKIE = "cari-";

  /// Of one page; the earliest go.
  private static final int MOST = 5;
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

  /// A name that no other search has; later ones sort behind.
  String fresh() {
    int other = ThreadLocalRandom.current().nextInt(36 * 36);
    return Long.toString(clock.millis() * 36 * 36 + other, 36);
  }

  /// What the form of this visit holds, under that name, and of the others those that go.
  List<Cookie> kept(Visit visit, String name) {
    String path = visit.route().normalizedPath();
    var others =
        visit.route().request().cookies().stream()
            .map(Cookie::getName)
            .filter(other -> other.startsWith(COOKIE))
            .distinct()
            .sorted()
            .toList();
    var cookies = new ArrayList<Cookie>();
    others.stream()
        .limit(Math.max(0, others.size() - MOST + 1))
        .forEach(early -> cookies.add(cookie(early, "", Duration.ZERO, path)));
    String sealed = seals.seal(typed(visit, path), clock.instant().plus(KEPT));
    cookies.add(cookie(COOKIE + name, sealed, KEPT, path));
    return cookies;
  }

  private static String typed(Visit visit, String path) {
    var typed = new HashMap<String, Object>();
    for (Map.Entry<String, String> field : visit.route().request().formAttributes()) {
      if (!field.getKey().equals("csrf")) {
        String value = visit.field(field.getKey());
        typed.put(field.getKey(), value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    return whose(visit.token(), path) + new JsonObject(typed).encode();
  }

  private Cookie cookie(String name, String value, Duration length, String path) {
    return Cookie.cookie(name, value)
        .setHttpOnly(true)
        .setSecure(https)
        .setSameSite(CookieSameSite.STRICT)
        .setPath(path)
        .setMaxAge(length.toSeconds());
  }

  /// What was looked for, by field, where the address asks for that; else nothing.
  Map<String, String> again(HttpServerRequest request, String token, String path) {
    String name = request.getParam(AGAIN);
    Cookie cookie = name == null ? null : request.getCookie(COOKIE + name);
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
