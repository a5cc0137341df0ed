package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import id.kentongan.integrations.Download;
import id.kentongan.integrations.Download.Unanswered;
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
                    ? renewed(response, file, most)
                    : Future.succeededFuture(response))
        .compose(response -> Download.checked(response, most))
        .recover(Download::withoutAddress);
  }

  private Future<HttpClientResponse> renewed(HttpClientResponse expired, FileRef file, long limit) {
    Download.drop(expired);
    return link(file, limit).compose(api::download);
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

  private static String encoded(String path) {
    try {
      return new URI(null, null, '/' + path, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a file's path that is no path", e);
    }
  }
}
