package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How long somebody has paid, as a question tells it: contribution months, `under` when it is said
/// that they are not there yet (`belum 3 bulan`, `baru daftar`).
public record Tenure(int months, boolean under) {
  private static final int LONGEST = 600;

  public static Optional<Tenure> of(Scene scene, String text) {
    String bare = text.substring(0, Math.min(LONGEST, text.length())).toLowerCase(Locale.ROOT);
    List<Integer> told = scene.content().parsers().clearMonths(bare);
    boolean under = Listed.any(scene, "benefit.under-words", bare);
    if (told.size() == 1) {
      return Optional.of(new Tenure(Math.max(0, told.getFirst() - (under ? 1 : 0)), under));
    }
    return told.isEmpty() && Listed.any(scene, "benefit.new-words", bare)
        ? Optional.of(new Tenure(0, true))
        : Optional.empty();
  }

  /// As it was told: `2 bulan`, `5 tahun`.
  public String words(Scene scene) {
    int whole = under ? months + 1 : months;
    return whole >= 24 && whole % 12 == 0
        ? whole / 12 + " " + scene.words("per.YEAR")
        : whole + " " + scene.words("per.MONTH");
  }
}
