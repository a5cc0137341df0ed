package id.kentongan.bot.web;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the page posts as a message: its own id of it, the words as shown, and what it means.
/// `{"id": "...", "text": "..."}` or `{"id": "...", "choice": "...", "label": "..."}`;
/// `file` is set for an upload only.
record Posted(String id, String shown, Bubble.@Nullable Attachment file, Inbound.Content content) {
  static final int LONGEST = 4000;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final Pattern CHOICE = Pattern.compile("[!-~]{1,40}");
  private static final int LABEL = 72;

  /// Empty when it has another shape.
  static Optional<Posted> parse(Buffer body) {
    try {
      if (!(Json.decodeValue(body) instanceof JsonObject json)
          || !(json.getValue("id") instanceof String id)
          || !isId(id)) {
        return Optional.empty();
      }
      if (json.getValue("choice") instanceof String choice
          && json.getValue("label") instanceof String label) {
        return choice(id, choice, label);
      }
      return json.getValue("text") instanceof String text ? words(id, text) : Optional.empty();
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  private static Optional<Posted> words(String id, String text) {
    return text.isBlank() || text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new Posted(id, text, null, new Inbound.Words(text, false)));
  }

  private static Optional<Posted> choice(String id, String choice, String label) {
    return !CHOICE.matcher(choice).matches() || label.isBlank() || label.length() > LABEL
        ? Optional.empty()
        : Optional.of(new Posted(id, label, null, new Inbound.Ready(new Event.Tapped(choice))));
  }
}
