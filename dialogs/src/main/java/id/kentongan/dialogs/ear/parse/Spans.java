package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.values.Income.Per;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a message that say how often money comes: `sehari`, `/bln`, `per minggu`.
final class Spans {
  private record Span(Per per, int from, int end) {}

  private static final Map<String, Per> WHOLE =
      WordTable.of(
          Map.of(
              Per.DAY,
              "sehari perhari harian sedino sedina sadino sadina sahari saari sabenari sedinten"
                  + " harinya saharinya seharian seharinya perhr saare",
              Per.WEEK,
              "seminggu perminggu mingguan saminggu sepekan saminggunya seminggunya",
              Per.MONTH,
              "sebulan perbulan bulanan sewulan sasasi sasi sabulan sabulannya sebulannya perbln"
                  + " sabulen bulannya",
              Per.YEAR,
              "setahun pertahun tahunan sataun setaun sakwarsa pertaun"));
  private static final Map<String, Per> UNIT =
      WordTable.of(
          Map.of(
              Per.DAY, "hari hr hri dino dina ari dinten are",
              Per.WEEK, "minggu mgg pekan",
              Per.MONTH, "bulan bln bl wulan bulen",
              Per.YEAR, "tahun thn th taun"));
  private static final Set<String> EACH =
      WordTable.words("per, tiap, setiap, saben, sak, satu, ben, p, dalam, tiapa");

  private final List<Span> spans;

  private Spans(List<Span> spans) {
    this.spans = spans;
  }

  static Spans of(List<Token> tokens) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < tokens.size(); i++) {
      Per whole = WHOLE.get(tokens.get(i).text());
      Per unit = UNIT.get(tokens.get(i).text());
      boolean each = i > 0 && EACH.contains(tokens.get(i - 1).text());
      boolean slash = i > 0 && tokens.get(i - 1).sign("/");
      if (whole != null) {
        spans.add(new Span(whole, i, i + 1));
      } else if (unit != null && (each || slash)) {
        spans.add(new Span(unit, i - 1, i + 1));
      }
    }
    return new Spans(spans);
  }

  boolean none() {
    return spans.isEmpty();
  }

  boolean covers(int from, int end) {
    return spans.stream().anyMatch(s -> s.from() <= from && end <= s.end());
  }

  /// The span told nearest to an amount, one after it before one ahead of it; a month when none is.
  Per near(int from, int end) {
    Per nearest = Per.MONTH;
    int best = Integer.MAX_VALUE;
    for (Span span : spans) {
      int distance = span.from() >= end ? 2 * (span.from() - end) : 2 * (from - span.end()) + 1;
      if (distance < best) {
        best = distance;
        nearest = span.per();
      }
    }
    return nearest;
  }
}
