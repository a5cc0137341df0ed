package id.kentongan.bot.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The pages' files, read once and compressed once. Their path holds a hash of all of them, so that
/// a browser may keep them for ever and a new version is a new path.
public final class Assets {
  private static final List<String> NAMES =
      List.of(
          "chat.css",
          "chat.js",
          "console.css",
          "console.js",
          "draft.js",
          "form.js",
          "htmx.js",
          "icon.svg",
          "outbox.js",
          "page.css",
          "photo.js",
          "stream.js",
          "view.js");

  /// Files of others, as their webjar has them.
  private static final Map<String, String> OTHERS =
      Map.of("htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private record Asset(String type, Buffer plain, Buffer zipped) {}

  private final Map<String, Asset> assets = new TreeMap<>();
  private final String version;

  public Assets() {
    MessageDigest hash = sha256();
    for (String name : NAMES) {
      byte[] bytes = read(name);
      hash.update(bytes);
      assets.put(name, new Asset(type(name), Buffer.buffer(bytes), Buffer.buffer(gzip(bytes))));
    }
    this.version = HexFormat.of().formatHex(hash.digest(), 0, 6);
  }

  /// A page with `{{assets}}` replaced by where its files are.
  public String page(String name) {
    byte[] bytes = read(name);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).replace("{{assets}}", path());
  }

  /// Where the files are.
  public String path() {
    return "/assets/" + version;
  }

  /// Serves `/assets/:version/:name`. An older page's version gets today's file, not kept.
  public void serve(RoutingContext route) {
    Asset asset = assets.get(route.pathParam("name"));
    if (asset == null) {
      route.response().setStatusCode(404).end();
      return;
    }
    boolean current = version.equals(route.pathParam("version"));
    var response = route.response();
    response.putHeader("Content-Type", asset.type());
    response.putHeader("Vary", "Accept-Encoding");
    response.putHeader(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    String accepted = route.request().getHeader("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip").end(asset.zipped());
    } else {
      response.end(asset.plain());
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("no type for " + name);
    };
  }

  private static byte[] read(String name) {
    String place = OTHERS.getOrDefault(name, "/web/" + name);
    try (InputStream in = Assets.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + place);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
