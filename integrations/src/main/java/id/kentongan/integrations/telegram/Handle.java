package id.kentongan.integrations.telegram;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What we need to answer an inbound: the message's id (0 when Telegram no longer shows it), and
/// the callback query's id when a button was tapped. Written `17` or `17/4382bfdwdsb323b2d9`.
record Handle(int message, @Nullable String query) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,9}(/.+)?");

  static @Nullable Handle of(@Nullable String text) {
    if (text == null || !SHAPE.matcher(text).matches()) {
      return null;
    }
    int slash = text.indexOf('/');
    return slash < 0
        ? new Handle(Integer.parseInt(text), null)
        : new Handle(Integer.parseInt(text.substring(0, slash)), text.substring(slash + 1));
  }

  String text() {
    return query == null ? Integer.toString(message) : message + "/" + query;
  }
}
