package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a draft of the tariffs changes for people: contributions of some incomes month by month, as
/// they are and as they would be.
final class TariffPreview {
  private static final List<Long> INCOMES = List.of(1_000_000L, 2_000_000L, 3_500_000L);
  private static final List<Set<Programme>> PLANS =
      List.of(EnumSet.of(Programme.JKK, Programme.JKM), EnumSet.allOf(Programme.class));
  private static final int MONTHS = 14;

  private TariffPreview() {}

  /// A month's contribution that would change; `programmes` is how many.
  record Row(
      YearMonth month, Sector sector, long income, int programmes, long before, long after) {}

  static List<Row> of(Tariffs before, Tariffs after, YearMonth from) {
    var rows = new ArrayList<Row>();
    for (Sector sector : Sector.values()) {
      for (long income : INCOMES) {
        for (Set<Programme> plan : PLANS) {
          IntStream.range(0, MONTHS)
              .mapToObj(from::plusMonths)
              .map(
                  month ->
                      new Row(
                          month,
                          sector,
                          income,
                          plan.size(),
                          price(before, sector, income, plan, month),
                          price(after, sector, income, plan, month)))
              .filter(row -> row.before() != row.after())
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }

  private static long price(
      Tariffs tariffs, Sector sector, long income, Set<Programme> plan, YearMonth month) {
    return tariffs.price(sector, new Rupiah(income), plan, month, 1).total().amount();
  }
}
