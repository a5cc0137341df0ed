package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.values.Income;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Takes a cell, or a whole line without separators, apart into values: what can be told by its
/// shape (numbers, dates, amounts, known occupations) and the words between.
final class RollPieces {
  private static final int LONGEST_OCCUPATION = 4;
  private static final int LONGEST_AMOUNT = 3;

  private final Parsers parsers;
  private final List<Piece> pieces = new ArrayList<>();

  /// A value; `field` is absent where its shape does not tell.
  record Piece(@Nullable RollField field, String text) {}

  private RollPieces(Parsers parsers) {
    this.parsers = parsers;
  }

  static List<Piece> of(List<String> cells, Parsers parsers) {
    var pieces = new RollPieces(parsers);
    cells.forEach(pieces::cell);
    return List.copyOf(pieces.pieces);
  }

  private void cell(String cell) {
    int colon = cell.indexOf(':') >= 0 ? cell.indexOf(':') : cell.indexOf('=');
    if (colon > 0) {
      var labelled = RollField.headed(cell.substring(0, colon), parsers);
      String value = cell.substring(colon + 1).strip();
      if (labelled.isPresent() && !value.isEmpty()) {
        pieces.add(new Piece(labelled.get(), value));
        return;
      }
    }
    Matcher shape = parsers.shapes(cell);
    int end = 0;
    while (shape.find()) {
      words(cell.substring(end, shape.start()));
      pieces.add(new Piece(field(shape), shape.group()));
      end = shape.end();
    }
    words(cell.substring(end));
  }

  private static RollField field(Matcher shape) {
    if (shape.group("phone") != null) {
      return RollField.PHONE;
    }
    if (shape.group("birth") != null) {
      return RollField.BIRTH;
    }
    return shape.group("income") != null ? RollField.INCOME : RollField.NIK;
  }

  /// Words, parted where a known occupation stands among them.
  private void words(String text) {
    String bare = text.replaceAll("[^\\p{L}\\p{N})]+$|^[^\\p{L}\\p{N}(]+", "");
    if (bare.isEmpty() || RollField.headed(bare, parsers).isPresent()) {
      return;
    }
    List<String> words = Arrays.asList(bare.split("\\s+"));
    for (int from = 0; from < words.size(); from++) {
      for (int n = Math.min(LONGEST_OCCUPATION, words.size() - from); n > 0; n--) {
        if (occupation(String.join(" ", words.subList(from, from + n)))) {
          amount(words.subList(0, from));
          pieces.add(
              new Piece(RollField.OCCUPATION, String.join(" ", words.subList(from, from + n))));
          amount(words.subList(from + n, words.size()));
          return;
        }
      }
    }
    amount(words);
  }

  /// Words, parted where an amount in words stands among them: `Sarwono sejuta Kedungasri`.
  private void amount(List<String> words) {
    for (int n = 1; n <= Math.min(LONGEST_AMOUNT, words.size()); n++) {
      for (int from = 0; from + n <= words.size(); from++) {
        if (!money(words, from, from + n).isEmpty()) {
          int first = from;
          int end = from + n;
          while (first > 0 && other(words, first, end, first - 1, end)) {
            first--;
          }
          while (end < words.size() && other(words, first, end, first, end + 1)) {
            end++;
          }
          plain(words.subList(0, first));
          pieces.add(new Piece(RollField.INCOME, String.join(" ", words.subList(first, end))));
          plain(words.subList(end, words.size()));
          return;
        }
      }
    }
    plain(words);
  }

  /// Whether an amount is another one with a word more: `sejuta setengah`.
  private boolean other(List<String> words, int from, int end, int more, int later) {
    List<Income> wider = money(words, more, later);
    return wider.size() == 1 && !wider.equals(money(words, from, end));
  }

  private List<Income> money(List<String> words, int from, int end) {
    return parsers.clearMoney(String.join(" ", words.subList(from, end)));
  }

  private boolean occupation(String phrase) {
    String low = phrase.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "");
    Occupations occupations = parsers.occupations();
    return occupations.named(low).isPresent() || occupations.outside().containsKey(low);
  }

  private void plain(List<String> words) {
    String text = String.join(" ", words).replaceAll("^[,;|/-]+|[,;|/-]+$", "").strip();
    if (text.codePoints().filter(Character::isLetter).count() > 1) {
      pieces.add(new Piece(null, text));
    }
  }
}
