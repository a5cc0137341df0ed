package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.content.Tariffs.Month;
import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.values.Programme;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a price month by month into lines, months of the same price together.
public final class Prices {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.of("id"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("id"));

  private Prices() {}

  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  public static String day(java.time.LocalDate day) {
    return DAY.format(day);
  }

  /// In plain words with the names behind: `kecelakaan kerja dan kematian (JKK + JKM)`.
  public static String programmes(Scene scene, Set<Programme> programmes) {
    String names =
        programmes.stream().sorted().map(Programme::name).collect(Collectors.joining(" + "));
    String key = "programmes.names." + programmes.size();
    boolean known = programmes.containsAll(Programme.basic());
    return known ? scene.words(key) + " (" + names + ")" : names;
  }

  public static String lines(Scene scene, Price price) {
    var lines = new ArrayList<String>();
    List<Month> months = price.months();
    int from = 0;
    for (int i = 1; i <= months.size(); i++) {
      if (i == months.size() || !months.get(i).total().equals(months.get(from).total())) {
        lines.add(line(scene, months.get(from), months.get(i - 1)));
        from = i;
      }
    }
    return String.join("\n", lines);
  }

  private static String line(Scene scene, Month first, Month last) {
    String span =
        first.equals(last)
            ? month(first.month())
            : scene.words(
                "price.span", "dari", month(first.month()), "sampai", month(last.month()));
    String key = first.discounted() ? "price.discounted" : "price.full";
    return scene.words(key, "bulan", span, "harga", first.total().toString());
  }
}
