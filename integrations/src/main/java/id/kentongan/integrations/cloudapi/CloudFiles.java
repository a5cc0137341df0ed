package id.kentongan.integrations.cloudapi;

import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Download;
import id.kentongan.integrations.Download.Unanswered;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches media from Meta and deletes them there: an id gives a link for five minutes, the link
/// the bytes. The token goes to Meta's hosts only, whatever address an answer names.
///
/// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media
final class CloudFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CloudFiles.class);

  private final CloudApi api;

  CloudFiles(CloudApi api) {
    this.api = api;
  }

  /// The bytes, paused until read. Fails with [FileGone], [FileTooLarge], or [Unanswered] when it
  /// may be tried again.
  Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    if (!known(file)) {
      return Future.failedFuture(new FileGone("not a file of Meta's"));
    }
    return api.media(file.handle())
        .compose(answer -> link(answer, limit))
        .compose(api::download)
        .compose(response -> Download.checked(response, limit))
        .recover(Download::withoutAddress);
  }

  Future<Copy> forget(FileRef file) {
    if (!known(file)) {
      return Future.succeededFuture(Copy.STAYS);
    }
    return api.deleteMedia(file.handle())
        .map(
            answer -> {
              boolean gone = answer instanceof ApiAnswer.Refused refused && refused.status() == 404;
              if (answer instanceof ApiAnswer.Done || gone) {
                return Copy.GONE;
              }
              LOG.warn("a file that we keep now could not be deleted at Meta: {}", answer);
              return Copy.OWED;
            });
  }

  private static boolean known(FileRef file) {
    return file.handle().matches("[0-9]{1,40}");
  }

  private Future<URI> link(ApiAnswer answer, long limit) {
    return switch (answer) {
      case ApiAnswer.Done(var body) ->
          body.path("file_size").asLong(0) > limit
              ? Future.failedFuture(new FileTooLarge(limit))
              : link(body.path("url").asText(""));
      // why: 100 with 400 is an id that is not there (any more).
      case ApiAnswer.Refused(int status, int code, _) ->
          Future.failedFuture(
              status == 404 || (status == 400 && code == 100)
                  ? new FileGone("not at Meta any more")
                  : new Unanswered("media: " + status + " " + code));
      case ApiAnswer.Unreachable(String why) -> Future.failedFuture(new Unanswered(why));
      case ApiAnswer.Lost(String why) -> Future.failedFuture(new Unanswered(why));
    };
  }

  private Future<URI> link(String told) {
    try {
      URI address = URI.create(told);
      return theirs(address)
          ? Future.succeededFuture(address)
          : Future.failedFuture(new FileGone("not an address of Meta's"));
    } catch (IllegalArgumentException notAnAddress) {
      return Future.failedFuture(new FileGone("not an address of Meta's"));
    }
  }

  private boolean theirs(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean meta = host.matches("([a-z0-9-]+\\.)+(fbsbx\\.com|facebook\\.com|whatsapp\\.net)");
    return api.own(address) || (meta && "https".equalsIgnoreCase(address.getScheme()));
  }
}
