package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers of a message, in digits or words, each with the words around it: `untuk [100]
/// pekerja rentan`. Numbers of money and of time are left to other parsers by what follows them.
public final class Counts {
  private static final int AROUND = 3;

  private Counts() {}

  /// A number and up to three words before it, the nearest last, and after it.
  public record Count(long number, List<String> before, List<String> after) {}

  static List<Count> of(String text, ValueWords heard) {
    List<Token> tokens = Token.lex(text);
    var counts = new ArrayList<Count>();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<NumberWords.Read> read = number(tokens, i, heard);
      if (read.isPresent()) {
        int end = read.get().end();
        counts.add(
            new Count(
                read.get().value(),
                words(tokens, Math.max(0, i - AROUND), i),
                words(tokens, end, Math.min(tokens.size(), end + AROUND + 1))));
        i = end - 1;
      }
    }
    return counts;
  }

  private static Optional<NumberWords.Read> number(List<Token> tokens, int at, ValueWords heard) {
    if (!tokens.get(at).number()) {
      return heard.numbers.read(tokens, at);
    }
    long value = tokens.get(at).value();
    int end = at + 1;
    // `1.250`, `12,000`
    while (end + 1 < tokens.size()
        && (tokens.get(end).sign(".") || tokens.get(end).sign(","))
        && tokens.get(end + 1).number()
        && tokens.get(end + 1).glued()
        && tokens.get(end + 1).text().length() == 3
        && value < 1_000_000_000L) {
      value = value * 1000 + tokens.get(end + 1).value();
      end += 2;
    }
    return Optional.of(new NumberWords.Read(value, end));
  }

  private static List<String> words(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream().filter(Token::word).map(Token::text).toList();
  }
}
