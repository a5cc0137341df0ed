package id.kentongan.bot.http;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.crypto.SealedLinks;
import id.kentongan.integrations.documents.Xlsx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Set;

/// `/media/{token}`: files of ours for a provider that fetches them by address. The token says
/// which, sealed, and for how long.
public final class MediaLinks {
  /// why: Twilio keeps a message waiting for at most so long, and fetches its file last.
  private static final Duration VALID = Duration.ofHours(4);

  private static final Set<String> SHOWN =
      Set.of("image/jpeg", "image/png", "image/webp", "application/pdf", Xlsx.TYPE);

  private final String publicUrl;
  private final SealedLinks links;
  private final Files files;
  private final InstantSource clock;

  /// `publicUrl` without a slash at its end.
  public MediaLinks(String publicUrl, SealedLinks links, Files files, InstantSource clock) {
    this.publicUrl = publicUrl;
    this.links = links;
    this.files = files;
    this.clock = clock;
  }

  public URI to(Bubble.Attachment file) {
    String text = file.type() + '\n' + file.fileId() + '\n' + file.name();
    return URI.create(publicUrl + "/media/" + links.seal(text, clock.instant().plus(VALID)));
  }

  public void mount(Router router) {
    router.get("/media/:token").handler(this::give);
  }

  private void give(RoutingContext route) {
    String[] parts =
        links.open(route.pathParam("token"), clock.instant()).orElse("").split("\n", 3);
    if (parts.length < 3) {
      Answers.refuse(route, 404, "no such file, or not any more");
      return;
    }
    files
        .read(parts[1])
        .onSuccess(bytes -> send(route, parts[0], parts[2], bytes))
        .onFailure(
            lost -> {
              boolean none = lost instanceof NoSuchElementException;
              Answers.refuse(route, none ? 404 : 503, none ? "no such file" : "try again later");
            });
  }

  private static void send(RoutingContext route, String type, String name, Buffer bytes) {
    // why: a quote or a line's end in a file's name would end the header.
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    route
        .response()
        .putHeader("Content-Type", SHOWN.contains(type) ? type : "application/octet-stream")
        .putHeader("Content-Disposition", "inline; filename=\"" + plain + '"')
        .putHeader("Cache-Control", "private, no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
        .end(bytes);
  }
}
