package id.kentongan.bot.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;

/// A part of the console: the addresses it answers, each with what one must be allowed to do.
interface Page {
  List<Address> addresses();

  /// `path` below `/console`, with `:parts`.
  record Address(
      HttpMethod method, String path, Permission needed, Function<Visit, Future<Reply>> answer) {
    static Address get(String path, Permission needed, Function<Visit, Future<Reply>> answer) {
      return new Address(HttpMethod.GET, path, needed, answer);
    }

    static Address post(String path, Permission needed, Function<Visit, Future<Reply>> answer) {
      return new Address(HttpMethod.POST, path, needed, answer);
    }
  }
}
