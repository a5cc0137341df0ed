package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.util.Optional;
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
      known = known.joining(EnrollPlan.withBasic(told.programmes().get()));
    }
    Optional<Nik> nik = told.nik().filter(n -> EnrollSlots.youngEnough(scene, n));
    if (known.who().nik() == null && nik.isPresent()) {
      known = known.identified(nik.get());
    }
    return known;
  }

  /// What was told before, when the price was asked: the occupation and the income. The summary
  /// shows them for a yes.
  static EnrollDraft remembered(Scene scene, EnrollDraft draft) {
    var facts = scene.learnt().facts();
    EnrollDraft known = draft;
    String occupation = facts.get(Contribution.OCCUPATION);
    String sector = facts.get(Contribution.SECTOR);
    if (known.job().occupation() == null && occupation != null && sector != null) {
      known = known.doing(new Occupation(occupation, Sector.valueOf(sector)));
    }
    String monthly = facts.get(Contribution.MONTHLY);
    if (known.job().income() == null && monthly != null) {
      known = known.earning(new Income(new Rupiah(Long.parseLong(monthly)), Income.Per.MONTH));
    }
    return known;
  }

  private static boolean offered(Scene scene, Facts told) {
    return told.months()
        .filter(n -> scene.content().tariffs().tariff(scene.month()).periods().contains(n))
        .isPresent();
  }
}
