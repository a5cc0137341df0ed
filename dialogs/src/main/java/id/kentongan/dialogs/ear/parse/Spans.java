package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.values.Income.Per;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of a message that say how often money comes: `sehari`, `/bln`, `per minggu`.
final class Spans {
  /// `count` is how many days, weeks or months the money is for: `per 3 bulan`.
  record Span(Per per, int count, int from, int end) {}

  private static final Map<String, Per> WHOLE =
      WordTable.of(
          Map.of(
              Per.DAY,
              "sehari perhari harian sedino sedina sadino sadina sahari saari sabenari sedinten"
                  + " harinya saharinya seharian seharinya perhr saare shari sehri sehr shr seari"
                  + " sedinane",
              Per.WEEK,
              "seminggu sminggu perminggu mingguan saminggu sepekan saminggunya seminggunya",
              Per.MONTH,
              "sebulan perbulan bulanan sewulan sasasi sasi sabulan sabulannya sebulannya perbln"
                  + " sabulen bulannya sbulan sbln sebln sblan sakwulan sakulan saulan sawulan"
                  + " sebulanan perbl",
              Per.YEAR,
              "setahun sthn pertahun tahunan sataun setaun sakwarsa pertaun satahun"));
  private static final Map<String, Per> UNIT =
      WordTable.of(
          Map.of(
              Per.DAY, "hari hr hri dino dina ari dinten are",
              Per.WEEK, "minggu mgg pekan",
              Per.MONTH, "bulan bln bl wulan bulen",
              Per.YEAR, "tahun thn th taun"));
  private static final Set<String> EACH =
      WordTable.words(
          "per, tiap, setiap, saben, sak, satu, ben, p, dalam, tiapa, se, sa, 1, siji, s");

  private static final Set<String> ONCE =
      WordTable.words("sekali, sepisan, pisan, sakali, skali, sekalian");
  private static final Set<String> TIMES = WordTable.words("x, kali, ping, dikali, dikalikan");

  private final List<Span> spans;

  private Spans(List<Span> spans) {
    this.spans = spans;
  }

  static Spans of(List<Token> tokens) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < tokens.size(); i++) {
      span(tokens, i).ifPresent(spans::add);
    }
    return new Spans(spans);
  }

  private static Optional<Span> span(List<Token> tokens, int i) {
    Per whole = WHOLE.get(tokens.get(i).text());
    if (whole != null) {
      return Optional.of(new Span(whole, 1, i, i + 1));
    }
    Per unit = UNIT.get(tokens.get(i).text());
    if (unit == null || i == 0) {
      return Optional.empty();
    }
    Token before = tokens.get(i - 1);
    if (EACH.contains(before.text()) || before.sign("/")) {
      return Optional.of(new Span(unit, 1, i - 1, i + 1));
    }
    if (!before.number() || before.value() == 0 || before.value() > 31) {
      return Optional.empty();
    }
    String ahead = i > 1 ? tokens.get(i - 2).text() : "";
    boolean each = i > 1 && EACH.contains(ahead);
    boolean once = i + 1 < tokens.size() && ONCE.contains(tokens.get(i + 1).text());
    if (each || once) {
      return Optional.of(new Span(unit, (int) before.value(), i - 1, once ? i + 2 : i + 1));
    }
    return TIMES.contains(ahead) ? Optional.of(new Span(unit, 1, i - 1, i + 1)) : Optional.empty();
  }

  boolean none() {
    return spans.isEmpty();
  }

  boolean covers(int from, int end) {
    return spans.stream().anyMatch(s -> s.from() <= from && end <= s.end());
  }

  /// The span told nearest to an amount, one after it before one ahead of it; a month when none is.
  Span near(int from, int end) {
    Span nearest = new Span(Per.MONTH, 1, from, end);
    int best = Integer.MAX_VALUE;
    for (Span span : spans) {
      int distance = span.from() >= end ? 2 * (span.from() - end) : 2 * (from - span.end()) + 1;
      if (distance < best) {
        best = distance;
        nearest = span;
      }
    }
    return nearest;
  }
}
