package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What holds for a row that does not tell it: the agent's own village, where they have one, and an
/// income by the month.
public record RollDefaults(@Nullable Place village, Rupiah monthly) {
  /// The village of that code where there is one, and the lowest base of contributions.
  public static RollDefaults of(Content content, @Nullable String village, YearMonth month) {
    Place home = village == null ? null : content.places().byCode(village).orElse(null);
    return new RollDefaults(home, content.tariffs().tariff(month).bands().getFirst().base());
  }
}
