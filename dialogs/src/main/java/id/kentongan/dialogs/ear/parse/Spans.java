package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.values.Income.Per;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a message that say how often money comes: `sehari`, `/bln`, `per minggu`.
final class Spans {
  /// `count` is how many days, weeks or months the money is for: `per 3 bulan`.
  record Span(Per per, int count, int from, int end) {}

  private final List<Span> spans;

  private Spans(List<Span> spans) {
    this.spans = spans;
  }

  static Spans of(List<Token> tokens, ValueWords heard) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < tokens.size(); i++) {
      span(tokens, i, heard).ifPresent(spans::add);
    }
    return new Spans(spans);
  }

  private static Optional<Span> span(List<Token> tokens, int i, ValueWords heard) {
    Per whole = heard.spans.get(tokens.get(i).text());
    if (whole != null) {
      return Optional.of(new Span(whole, 1, i, i + 1));
    }
    Per unit = heard.spanUnits.get(tokens.get(i).text());
    if (unit == null || i == 0) {
      return Optional.empty();
    }
    Token before = tokens.get(i - 1);
    if (heard.has(Heard.PER_EACH, before.text()) || before.sign("/")) {
      return Optional.of(new Span(unit, 1, i - 1, i + 1));
    }
    if (!before.number() || before.value() == 0 || before.value() > 31) {
      return Optional.empty();
    }
    String ahead = i > 1 ? tokens.get(i - 2).text() : "";
    boolean each = i > 1 && heard.has(Heard.PER_EACH, ahead);
    boolean once = i + 1 < tokens.size() && heard.has(Heard.PER_ONCE, tokens.get(i + 1).text());
    if (each || once) {
      return Optional.of(new Span(unit, (int) before.value(), i - 1, once ? i + 2 : i + 1));
    }
    return heard.has(Heard.PER_TIMES, ahead)
        ? Optional.of(new Span(unit, 1, i - 1, i + 1))
        : Optional.empty();
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
