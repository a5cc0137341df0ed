package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.journal.DailyFigures;
import id.kentongan.integrations.postgres.journal.DailyFigures.Day;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// `/console/laporan`: what the last thirty days were, drawn and in numbers.
final class ReportsPage implements Page {
  private static final int DAYS = 30;
  private static final int AREAS = 50;

  private final DailyFigures figures;

  ReportsPage(DailyFigures figures) {
    this.figures = figures;
  }

  @Override
  public List<Address> addresses() {
    return List.of(Address.get("/laporan", Permission.REPORTS, this::show));
  }

  /// A drawing: its title's key, a bar for each day, and the highest.
  record Chart(String title, List<Bar> bars, int most) {}

  /// A bar in a drawing of 100 units of height; `at` from the left.
  record Bar(Day day, int at, int height, int value) {}

  private Future<Reply> show(Visit visit) {
    return figures
        .days(DAYS)
        .compose(
            days ->
                figures
                    .areas(DAYS, AREAS)
                    .map(
                        areas ->
                            Reply.shown(
                                "reports",
                                Map.of("days", days, "areas", areas, "charts", charts(days)))));
  }

  private static List<Chart> charts(List<Day> days) {
    return List.of(
        chart("messages", days, Day::messages),
        chart("understood", days, day -> share(day.understood(), day.messages())),
        chart("handovers", days, day -> share(day.tickets(), day.talks())),
        chart("waited", days, ReportsPage::waited));
  }

  private static int waited(Day day) {
    Integer minutes = day.waited();
    return minutes == null ? 0 : minutes;
  }

  static int share(int part, int whole) {
    return whole == 0 ? 0 : Math.round(100f * part / whole);
  }

  static Chart chart(String title, List<Day> latestFirst, ToIntFunction<Day> value) {
    List<Day> days = latestFirst.reversed();
    int most = days.stream().mapToInt(value).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < days.size(); i++) {
      int told = value.applyAsInt(days.get(i));
      bars.add(new Bar(days.get(i), i * 10, share(told, most), told));
    }
    return new Chart(title, bars, most);
  }
}
