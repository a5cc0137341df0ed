package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Download;
import id.kentongan.integrations.Download.Unanswered;
import id.kentongan.integrations.ProviderClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches media from Twilio, and deletes them there. The credentials go to Twilio's API only,
/// whatever address a message names; the one redirect from there is followed without them, and to
/// public addresses alone.
///
/// Source: https://www.twilio.com/docs/messaging/api/media-resource
final class TwilioFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioFiles.class);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final URI PUBLIC = URI.create("https://api.twilio.com");

  private final TwilioApi api;

  TwilioFiles(TwilioApi api) {
    this.api = api;
  }

  /// The bytes, paused until read. Fails with [FileGone], [FileTooLarge], or [Unanswered] when it
  /// may be tried again.
  Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    Optional<String> path = path(file);
    if (path.isEmpty()) {
      return Future.failedFuture(new FileGone("not an address of Twilio's"));
    }
    return api.download(URI.create(api.addresses().api() + path.get()))
        .compose(this::followed)
        .compose(response -> Download.checked(response, limit))
        .recover(Download::withoutAddress);
  }

  Future<Copy> forget(FileRef file) {
    Optional<String> path = path(file);
    if (path.isEmpty()) {
      return Future.succeededFuture(Copy.STAYS);
    }
    return api.call(api.addresses().api(), Requests.deleteMedia(path.get()))
        .map(
            answer -> {
              boolean gone = answer instanceof ApiAnswer.Refused refused && refused.status() == 404;
              if (answer instanceof ApiAnswer.Done || gone) {
                return Copy.GONE;
              }
              LOG.warn("a file that we keep now could not be deleted at Twilio: {}", answer);
              return Copy.OWED;
            });
  }

  /// The path of media at Twilio's API. The address comes from outside: one at another host, or
  /// that is not plain, is none.
  private Optional<String> path(FileRef file) {
    try {
      URI address = URI.create(file.handle());
      boolean theirs =
          ProviderClient.sameOrigin(address, PUBLIC)
              || ProviderClient.sameOrigin(address, api.addresses().api());
      String path = address.getRawPath();
      return theirs && path.matches("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+")
          ? Optional.of(path)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private Future<HttpClientResponse> followed(HttpClientResponse response) {
    if (!REDIRECTS.contains(response.statusCode())) {
      return Future.succeededFuture(response);
    }
    String location = response.getHeader("Location");
    Download.drop(response);
    try {
      URI target = URI.create(location == null ? "" : location);
      boolean safe = "https".equalsIgnoreCase(target.getScheme()) && target.getHost() != null;
      return safe || ProviderClient.sameOrigin(target, api.addresses().api())
          ? api.redirected(target)
          : Future.failedFuture(new Unanswered("redirected to no https address"));
    } catch (IllegalArgumentException notAnAddress) {
      return Future.failedFuture(new Unanswered("redirected to no address"));
    }
  }
}
