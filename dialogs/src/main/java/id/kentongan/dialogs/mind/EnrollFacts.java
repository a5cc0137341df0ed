package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import org.jspecify.annotations.Nullable;

/// Takes up what a message tells without being asked. Only fields still empty are filled.
final class EnrollFacts {
  private EnrollFacts() {}

  static EnrollDraft gather(Scene scene, EnrollDraft draft, @Nullable Understood words) {
    if (words == null) {
      return draft;
    }
    Facts told = Facts.of(scene, words);
    EnrollDraft known = draft;
    if (known.job().occupation() == null && told.occupation().isPresent()) {
      known = known.doing(told.occupation().get());
    }
    if (known.job().income() == null && told.income().isPresent()) {
      known = known.earning(told.income().get());
    }
    if (known.wish().months() == null && offered(scene, told)) {
      known = known.paying(told.months().orElseThrow());
    }
    if (known.wish().programmes().isEmpty() && told.programmes().isPresent()) {
      known = known.joining(EnrollSlots.withBasic(told.programmes().get()));
    }
    return known;
  }

  private static boolean offered(Scene scene, Facts told) {
    return told.months()
        .filter(n -> scene.content().tariffs().tariff(scene.month()).periods().contains(n))
        .isPresent();
  }
}
