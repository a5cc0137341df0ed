package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/// Fetches files: `getFile` gives a link, the link the bytes; an expired link is renewed once.
///
/// Source: https://core.telegram.org/bots/api#getfile
final class TelegramFiles {
  /// What Telegram lets a bot download, in bytes.
  static final long LIMIT = 20L * 1024 * 1024;

  private final TelegramApi api;

  TelegramFiles(TelegramApi api) {
    this.api = api;
  }

  /// The bytes, paused until read. Fails with [FileGone], [FileTooLarge], or [Unanswered] when it
  /// may be tried again.
  Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    long most = Math.min(limit, LIMIT);
    if (file.size() > most) {
      return Future.failedFuture(new FileTooLarge(most));
    }
    return link(file, most)
        .compose(api::download)
        .compose(
            response ->
                response.statusCode() == 404
                    ? dropped(response).compose(gone -> link(file, most)).compose(api::download)
                    : Future.succeededFuture(response))
        .compose(response -> checked(response, most))
        .recover(TelegramFiles::withoutAddress);
  }

  private Future<String> link(FileRef file, long limit) {
    return api.call("getFile", new GetFile(file.handle())).compose(answer -> path(answer, limit));
  }

  private static Future<String> path(ApiAnswer answer, long limit) {
    return switch (answer) {
      case ApiAnswer.Done(JsonNode result) -> {
        if (result.path("file_size").asLong(0) > limit) {
          yield Future.failedFuture(new FileTooLarge(limit));
        }
        String path = result.path("file_path").asText("");
        yield path.isEmpty()
            ? Future.failedFuture(new FileGone("no link to the file"))
            : Future.succeededFuture(encoded(path));
      }
      case ApiAnswer.Refused(int code, String description, _) when code == 400 ->
          Future.failedFuture(
              description.toLowerCase(Locale.ROOT).contains("too big")
                  ? new FileTooLarge(limit)
                  : new FileGone(description));
      case ApiAnswer.Refused(int code, _, _) ->
          Future.failedFuture(new Unanswered("getFile: " + code));
      case ApiAnswer.Unreachable(String why) -> Future.failedFuture(new Unanswered(why));
      case ApiAnswer.Lost(String why) -> Future.failedFuture(new Unanswered(why));
    };
  }

  private static Future<ReadStream<Buffer>> checked(HttpClientResponse response, long limit) {
    int status = response.statusCode();
    if (status != 200) {
      return dropped(response)
          .compose(
              dropped ->
                  Future.failedFuture(
                      status == 404
                          ? new FileGone("the link expired")
                          : new Unanswered("download: " + status)));
    }
    String length = response.getHeader("Content-Length");
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit) {
      return dropped(response).compose(dropped -> Future.failedFuture(new FileTooLarge(limit)));
    }
    return Future.succeededFuture(response);
  }

  /// Lets go of a response that nobody will read.
  private static Future<Void> dropped(HttpClientResponse response) {
    response.exceptionHandler(reset -> {});
    response.request().reset();
    return Future.succeededFuture();
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, '/' + path, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a file's path that is no path", e);
    }
  }

  /// why: the failures of an HTTP client may hold the address, which holds the token.
  private static <T> Future<T> withoutAddress(Throwable cause) {
    return Future.failedFuture(
        cause instanceof FileGone || cause instanceof FileTooLarge || cause instanceof Unanswered
            ? cause
            : new Unanswered(cause.getClass().getSimpleName()));
  }

  /// Telegram could not be asked, or would not say now.
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
      super(why, null, false, false);
    }
  }
}
