package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import org.jspecify.annotations.Nullable;

/// Takes up what a message tells without being asked: `saya petani penghasilan sejuta mau daftar`.
/// Only fields still empty are filled.
final class EnrollFacts {
  private EnrollFacts() {}

  static EnrollDraft gather(Scene scene, EnrollDraft draft, @Nullable Understood words) {
    return draft;
  }
}
