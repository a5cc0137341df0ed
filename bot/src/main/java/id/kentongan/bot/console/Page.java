package id.kentongan.bot.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;

/// A part of the console: the addresses it answers, each with what one must be allowed to do.
interface Page {
  List<Address> addresses();

  /// `path` below `/console`, with `:parts`.
  /// `upload`: a file comes with its form.
  record Address(
      HttpMethod method,
      String path,
      Permission needed,
      Function<Visit, Future<Reply>> answer,
      boolean upload) {
    static Address get(String path, Permission needed, Function<Visit, Future<Reply>> answer) {
      return new Address(HttpMethod.GET, path, needed, answer, false);
    }

    static Address post(String path, Permission needed, Function<Visit, Future<Reply>> answer) {
      return new Address(HttpMethod.POST, path, needed, answer, false);
    }

    /// Looks for something on the page that `answer` shows.
    static Address search(String path, Permission needed) {
      return post(path, needed, visit -> Future.succeededFuture(new Reply.Sought()));
    }

    static Address upload(String path, Permission needed, Function<Visit, Future<Reply>> answer) {
      return new Address(HttpMethod.POST, path, needed, answer, true);
    }
  }
}
