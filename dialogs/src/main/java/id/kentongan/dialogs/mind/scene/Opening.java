package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.ear.Understood;
import org.jspecify.annotations.Nullable;

/// How a dialog begins: the intent, the words that carried it unless it was tapped, and what the
/// button said beside.
public record Opening(String intent, @Nullable Understood words, String detail) {
  public Opening(String intent, @Nullable Understood words) {
    this(intent, words, "");
  }

  /// By the id of a button: `village.picture:35.10` begins `village.picture` with that detail.
  public static Opening tapped(String id) {
    int colon = id.indexOf(':');
    return colon < 0
        ? new Opening(id, null)
        : new Opening(id.substring(0, colon), null, id.substring(colon + 1));
  }

  public String text() {
    return words == null ? "" : words.text();
  }
}
