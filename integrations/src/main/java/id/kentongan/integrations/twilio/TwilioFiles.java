package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
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
/// whatever address a message names; the one redirect from there is followed without them.
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
    return api.download(URI.create(api.addresses().api() + path.get()), true)
        .compose(this::followed)
        .compose(response -> checked(response, limit))
        .recover(TwilioFiles::withoutAddress);
  }

  Future<Void> forget(FileRef file) {
    Optional<String> path = path(file);
    if (path.isEmpty()) {
      return Future.succeededFuture();
    }
    return api.call(api.addresses().api(), Requests.deleteMedia(path.get()))
        .onSuccess(
            answer -> {
              boolean gone = answer instanceof ApiAnswer.Refused refused && refused.status() == 404;
              if (!(answer instanceof ApiAnswer.Done || gone)) {
                LOG.warn("a file that we keep now could not be deleted at Twilio: {}", answer);
              }
            })
        .mapEmpty();
  }

  /// The path of media at Twilio's API. The address comes from outside: one at another host, or
  /// that is not plain, is none.
  private Optional<String> path(FileRef file) {
    try {
      URI address = URI.create(file.handle());
      boolean theirs =
          TwilioAddresses.sameOrigin(address, PUBLIC)
              || TwilioAddresses.sameOrigin(address, api.addresses().api());
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
    drop(response);
    try {
      URI target = URI.create(location == null ? "" : location);
      boolean safe = "https".equalsIgnoreCase(target.getScheme()) && target.getHost() != null;
      return safe || TwilioAddresses.sameOrigin(target, api.addresses().api())
          ? api.download(target, false)
          : Future.failedFuture(new Unanswered("redirected to no https address"));
    } catch (IllegalArgumentException notAnAddress) {
      return Future.failedFuture(new Unanswered("redirected to no address"));
    }
  }

  private static Future<ReadStream<Buffer>> checked(HttpClientResponse response, long limit) {
    int status = response.statusCode();
    String length = response.getHeader("Content-Length");
    if (status != 200) {
      drop(response);
      boolean gone = status == 404 || status == 410;
      return Future.failedFuture(
          gone ? new FileGone("not at Twilio any more") : new Unanswered("download: " + status));
    }
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit) {
      drop(response);
      return Future.failedFuture(new FileTooLarge(limit));
    }
    return Future.succeededFuture(response);
  }

  /// Lets go of a response that nobody will read.
  private static void drop(HttpClientResponse response) {
    response.exceptionHandler(reset -> {});
    response.request().reset();
  }

  private static <T> Future<T> withoutAddress(Throwable cause) {
    return Future.failedFuture(
        cause instanceof FileGone || cause instanceof FileTooLarge || cause instanceof Unanswered
            ? cause
            : new Unanswered(cause.getClass().getSimpleName()));
  }

  /// Twilio could not be asked, or would not say now.
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
      super(why, null, false, false);
    }
  }
}
