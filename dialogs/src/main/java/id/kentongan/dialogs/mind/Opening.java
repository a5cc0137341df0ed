package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import org.jspecify.annotations.Nullable;

/// How a dialog begins: the intent, and the words that carried it unless it was tapped.
record Opening(String intent, @Nullable Understood words) {
  String text() {
    return words == null ? "" : words.text();
  }
}
