package id.kentongan.bot.console;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/// What a page answers.
sealed interface Reply {
  /// A template with what it shows.
  record Shown(int status, String template, Map<String, ?> model) implements Reply {}

  /// Another page is to be opened.
  record See(String path) implements Reply {}

  /// The same page, with what was looked for on it kept by the browser.
  record Sought() implements Reply {}

  /// A file: `name` when it is to be kept by the browser, empty when shown in the page.
  record Bytes(String type, String name, Buffer bytes) implements Reply {}

  /// The request was not one that can be answered; `why` is a key of `refused` in the template.
  record Refused(int status, String why) implements Reply {}

  /// The answer is written by the page itself, as it comes.
  record Streaming() implements Reply {}

  static Reply shown(String template, Map<String, ?> model) {
    return new Shown(200, template, model);
  }

  static Reply missing() {
    return new Refused(404, "missing");
  }
}
