package id.kentongan.dialogs.ear.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Amounts of money in digits and words: `16.800`, `Rp16.800,00`, `16,8rb`, `1jt200`, `sejuta`.
/// With a unit a comma or dot is a decimal, without one a dot and three digits are thousands.
final class AmountReader {
  /// How an amount is written: with a unit (`2jt`, `sejuta`), grouped (`2.000.000`), or plain.
  enum Written {
    UNIT,
    GROUPED,
    PLAIN
  }

  /// An amount at tokens `from` to `end`.
  record Amount(BigDecimal value, Written written, int from, int end) {
    long rupiah() {
      return value.longValue();
    }

    /// Too little to be rupiah and without a unit: `300`, `1,5`, `1.500`.
    boolean bare() {
      return written != Written.UNIT && value.compareTo(BigDecimal.valueOf(10_000)) < 0;
    }

    boolean grouped() {
      return written == Written.GROUPED;
    }
  }

  private final List<Token> tokens;
  private final ValueWords heard;

  private AmountReader(List<Token> tokens, ValueWords heard) {
    this.tokens = tokens;
    this.heard = heard;
  }

  static List<Amount> all(List<Token> tokens, ValueWords heard) {
    var reader = new AmountReader(tokens, heard);
    var amounts = new ArrayList<Amount>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Amount> amount = reader.at(i);
      amount.ifPresent(amounts::add);
      i = amount.map(Amount::end).orElse(i + 1);
    }
    return amounts;
  }

  private Optional<Amount> at(int from) {
    return tokens.get(from).number() ? Optional.of(digits(from)) : words(from);
  }

  private Optional<Amount> words(int from) {
    return heard
        .numbers
        .read(tokens, from)
        .map(r -> new Amount(BigDecimal.valueOf(r.value()), written(r), from, r.end()))
        .map(a -> a.value().longValue() >= 1_000_000 ? half(a) : a);
  }

  private static Written written(NumberWords.Read read) {
    return read.value() < 1_000 ? Written.PLAIN : Written.UNIT;
  }

  /// `sejuta 500rb`: words first, digits after.
  private Amount half(Amount words) {
    boolean more = words.end() < tokens.size() && tokens.get(words.end()).number();
    if (!more) {
      return words;
    }
    Amount rest = digits(words.end());
    boolean smaller = !rest.bare() && rest.rupiah() < 1_000_000;
    return smaller ? amount(words.value().add(rest.value()), words.from(), rest.end()) : words;
  }

  private Amount digits(int from) {
    int end = numeralEnd(from);
    int at = aboutEnd(end);
    long unit = unitAt(at);
    if (unit == 0) {
      return plain(from, end);
    }
    boolean grouped = unit == 1_000 && groups(from, end);
    BigDecimal told = grouped ? new BigDecimal(joined(from, end)) : decimal(from, end);
    BigDecimal value = told.multiply(BigDecimal.valueOf(unit));
    int after = at + 1;
    if (half(after)) {
      return amount(value.add(BigDecimal.valueOf(unit / 2)), from, after + 1);
    }
    return tail(value, unit, from, after);
  }

  /// What follows a unit: `1jt200`, `1jt5`, `16rb800`, `1 juta 500 ribu`.
  private Amount tail(BigDecimal value, long unit, int from, int after) {
    if (after >= tokens.size() || !tokens.get(after).number()) {
      return wordTail(value, unit, from, after);
    }
    int end = numeralEnd(after);
    long next = unitAt(end);
    String rest = joined(after, end);
    if (next > 0 && next < unit && rest.length() <= 3) {
      BigDecimal more = decimal(after, end).multiply(BigDecimal.valueOf(next));
      return amount(value.add(more), from, end + 1);
    }
    boolean hundreds = rest.length() == 3 && end - after == 1;
    boolean counted = next == 0 && (tokens.get(after).glued() || hundreds);
    if (!counted || rest.length() > 6) {
      return amount(value, from, after);
    }
    BigDecimal share = new BigDecimal("0." + rest);
    boolean whole = rest.length() > 3;
    BigDecimal more = whole ? new BigDecimal(rest) : share.multiply(BigDecimal.valueOf(unit));
    return amount(value.add(more), from, end);
  }

  /// `1 juta lima ratus (ribu)`.
  private Amount wordTail(BigDecimal value, long unit, int from, int after) {
    Optional<NumberWords.Read> words = heard.numbers.read(tokens, after);
    if (words.isEmpty() || words.get().value() >= unit || words.get().value() < 100) {
      return amount(value, from, after);
    }
    long rest = words.get().value();
    long more = unit == 1_000_000 && rest < 1_000 ? rest * 1_000 : rest;
    return amount(value.add(BigDecimal.valueOf(more)), from, words.get().end());
  }

  private Amount plain(int from, int end) {
    boolean groups = groups(from, end);
    BigDecimal value = groups ? new BigDecimal(grouped(from, end)) : decimal(from, end);
    return new Amount(value, groups ? Written.GROUPED : Written.PLAIN, from, end);
  }

  private Amount amount(BigDecimal value, int from, int end) {
    return new Amount(value, Written.UNIT, from, end);
  }

  /// Digits with dots or commas glued between them: one numeral.
  private int numeralEnd(int from) {
    int end = from + 1;
    while (end + 1 < tokens.size() && separator(end) && tokens.get(end + 1).number()) {
      if (!tokens.get(end + 1).glued()) {
        break;
      }
      end += 2;
    }
    return end;
  }

  private boolean separator(int at) {
    Token token = tokens.get(at);
    return token.glued() && (token.sign(".") || token.sign(","));
  }

  private boolean groups(int from, int end) {
    if (end - from < 3 || tokens.get(from).text().length() > 3) {
      return false;
    }
    for (int i = from + 2; i < end; i += 2) {
      int length = tokens.get(i).text().length();
      boolean cents = i == end - 1 && i > from + 2 && length == 2;
      if (length != 3 && !cents) {
        return false;
      }
    }
    return true;
  }

  private String grouped(int from, int end) {
    boolean cents = tokens.get(end - 1).text().length() == 2;
    return joined(from, cents ? end - 2 : end);
  }

  private String joined(int from, int end) {
    var digits = new StringBuilder();
    for (int i = from; i < end && digits.length() < 15; i += 2) {
      digits.append(tokens.get(i).text(), 0, Math.min(15, tokens.get(i).text().length()));
    }
    return digits.toString();
  }

  private BigDecimal decimal(int from, int end) {
    String whole = tokens.get(from).text();
    String head = whole.length() > 15 ? whole.substring(0, 15) : whole;
    if (end - from != 3) {
      return new BigDecimal(end - from == 1 ? head : joined(from, end));
    }
    String tail = tokens.get(from + 2).text();
    return new BigDecimal(head + "." + tail.substring(0, Math.min(6, tail.length())));
  }

  /// Where `an` of `500an ribu` or `500-an ribu` ends, if it is there.
  private int aboutEnd(int end) {
    boolean dash = end < tokens.size() && tokens.get(end).glued() && tokens.get(end).sign("-");
    int at = dash ? end + 1 : end;
    boolean about =
        at < tokens.size()
            && tokens.get(at).glued()
            && heard.has(Heard.MONEY_ABOUT, tokens.get(at).text());
    return about ? at + 1 : end;
  }

  private long unitAt(int at) {
    return at < tokens.size() && tokens.get(at).word()
        ? heard.amounts.getOrDefault(tokens.get(at).text(), 0L)
        : 0;
  }

  private boolean half(int at) {
    return at < tokens.size() && heard.has(Heard.NUMBER_HALF, tokens.get(at).text());
  }
}
