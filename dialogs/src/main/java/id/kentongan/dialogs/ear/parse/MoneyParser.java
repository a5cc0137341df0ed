package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.AmountReader.Amount;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Income.Per;
import id.kentongan.dialogs.values.Rupiah;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An income with the span it is earned in. Ranges and bare small numbers (`300`, `1.500`) are
/// ambiguous: below 10.000 is never an income in rupiah.
final class MoneyParser {
  private static final long SMALLEST = 10_000;
  private static final long LARGEST = 1_000_000_000L;

  private final ValueWords heard;
  private final List<Token> tokens;
  private final Spans spans;

  private MoneyParser(String text, ValueWords heard) {
    this.heard = heard;
    tokens =
        Decimals.written(
            Glued.afterUnit(Token.lex(text), heard.moneyUnits), heard.moneyUnits, heard);
    spans = Spans.of(tokens, heard);
  }

  static Parsed<Income> parse(String text, ValueWords heard) {
    return new MoneyParser(text, heard).parse();
  }

  /// Only amounts that are surely money: with a unit, grouped, or plain after `Rp` or `gaji`.
  static List<Income> certain(String text, ValueWords heard) {
    var parser = new MoneyParser(text, heard);
    List<Amount> amounts = parser.amounts();
    if (amounts.isEmpty()) {
      return List.of();
    }
    return amounts.stream()
        .filter(a -> a.rupiah() >= SMALLEST && a.rupiah() <= LARGEST)
        .filter(a -> a.written() != AmountReader.Written.PLAIN || parser.announced(a.from()))
        .map(parser::income)
        .toList();
  }

  private boolean announced(int at) {
    return tokens.subList(Math.max(0, at - 3), at).stream()
        .anyMatch(t -> heard.has(Heard.MONEY_ANNOUNCED, t.text()));
  }

  private Parsed<Income> parse() {
    List<Amount> amounts = net(clear(inherited(amounts())));
    if (amounts.isEmpty()) {
      return new Parsed.Invalid<>(reasonWhyNone(), "");
    }
    if (Phrases.anyWord(tokens, heard.of(Heard.MONEY_HARVEST)) && spans.none()) {
      return new Parsed.Invalid<>("money.per-harvest", "");
    }
    if (amounts.stream().anyMatch(a -> a.rupiah() > LARGEST)) {
      return new Parsed.Invalid<>("money.too-much", "");
    }
    List<Income> readings = amounts.stream().flatMap(this::readings).distinct().limit(4).toList();
    return readings.isEmpty()
        ? new Parsed.Invalid<>("money.too-little", "")
        : Phrases.oneOrMore(readings);
  }

  private String reasonWhyNone() {
    String spaced = Phrases.spaced(tokens);
    if (Phrases.any(spaced, heard.of(Heard.MONEY_UNSTEADY))) {
      return "money.unsteady";
    }
    if (Phrases.anyWord(tokens, heard.of(Heard.MONEY_MINIMUM_WAGE))) {
      return "money.minimum-wage";
    }
    boolean none =
        Phrases.any(spaced, heard.of(Heard.MONEY_NONE))
            || Phrases.pair(spaced, heard.of(Heard.NO), heard.of(Heard.MONEY_HAVE));
    return none ? "money.none" : "money.missing";
  }

  /// What stands between the words for a span (`sehari`, `/bln`) is money.
  private List<Amount> amounts() {
    List<Amount> all = AmountReader.all(tokens, heard);
    all.removeIf(a -> spans.covers(a.from(), a.end()));
    return all;
  }

  /// `1-2 jt`, `kadang 500 kadang sejuta`: the first number takes the unit of the second, or in
  /// `2 jt bersihnya 1,5` the second that of the first.
  private List<Amount> inherited(List<Amount> amounts) {
    if (amounts.size() < 2) {
      return amounts;
    }
    var whole = new ArrayList<Amount>(amounts);
    Amount low = whole.get(0);
    Amount high = whole.get(1);
    if (low.bare() && !high.bare() && range(low, high)) {
      smaller(low, high).ifPresent(amount -> whole.set(0, amount));
    } else if (high.bare() && !low.bare() && kept(high)) {
      smaller(high, low).ifPresent(amount -> whole.set(1, amount));
    }
    return whole;
  }

  /// A bare number in the unit of a larger amount, or in thousands.
  private static Optional<Amount> smaller(Amount bare, Amount larger) {
    return Stream.of(1_000_000, 1_000)
        .filter(unit -> unit <= larger.rupiah())
        .map(unit -> bare.value().multiply(BigDecimal.valueOf(unit)))
        .filter(value -> value.compareTo(larger.value()) < 0)
        .findFirst()
        .map(value -> new Amount(value, larger.written(), bare.from(), bare.end()));
  }

  private boolean range(Amount low, Amount high) {
    List<Token> between = tokens.subList(low.end(), high.from());
    return between.size() <= 3
        && between.stream().allMatch(t -> heard.has(Heard.MONEY_RANGE, t.text()));
  }

  /// `kotor 100rb bersih 60rb`: what is kept counts.
  private List<Amount> net(List<Amount> amounts) {
    List<Amount> net = amounts.stream().filter(this::kept).toList();
    return net.isEmpty() ? amounts : net;
  }

  private boolean kept(Amount amount) {
    return amount.from() > 0 && heard.has(Heard.MONEY_NET, tokens.get(amount.from() - 1).text());
  }

  /// Beside a clear amount a bare number is something else.
  private static List<Amount> clear(List<Amount> amounts) {
    List<Amount> clear = amounts.stream().filter(a -> !a.bare()).toList();
    return clear.isEmpty() ? amounts : clear;
  }

  private Stream<Income> readings(Amount amount) {
    if (!amount.bare()) {
      return Stream.of(income(amount)).filter(i -> i.amount().amount() >= SMALLEST);
    }
    if (amount.value().signum() == 0) {
      return Stream.empty();
    }
    Per per = spans.near(amount.from(), amount.end()).per();
    boolean small = amount.value().compareTo(BigDecimal.TEN) < 0;
    if (small) {
      long millions = amount.value().movePointRight(6).longValue();
      if (amount.value().scale() > 0) {
        return Stream.of(of(millions, per));
      }
      return Stream.of(of(millions, per), of(amount.value().movePointRight(3).longValue(), per));
    }
    long thousands = amount.value().movePointRight(3).longValue();
    if (!spans.none() && !amount.grouped() && thousands < 1_000_000) {
      return Stream.of(of(thousands, per));
    }
    boolean daily = thousands <= 500_000;
    return Stream.of(of(thousands, per), daily ? of(thousands, Per.DAY) : of(amount.rupiah(), per));
  }

  private Income income(Amount amount) {
    Spans.Span span = spans.near(amount.from(), amount.end());
    return of(amount.rupiah() / span.count(), span.per());
  }

  private static Income of(long amount, Per per) {
    return new Income(new Rupiah(amount), per);
  }
}
