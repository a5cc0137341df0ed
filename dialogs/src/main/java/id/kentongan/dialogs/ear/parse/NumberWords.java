package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers in words, written apart or together: Indonesian, Javanese, Banjar, Madurese, Palembang
/// and market slang (`limangatus ewu`, `sejuta setengah`, `goceng`). Scales are told apart from
/// units so that `sejuta lima ratus` is 1.500.000.
final class NumberWords {
  /// A number read from words `from` to `end` (exclusive).
  record Read(long value, int end) {}

  private enum Kind {
    UNIT,
    TEEN,
    TENS,
    SCALE,
    HALF
  }

  private record Piece(Kind kind, long value) {}

  private static final int LONGEST_WORD = 40;

  private final Map<String, List<Piece>> whole = new HashMap<>();

  /// The letters that they begin with.
  private final BitSet firsts = new BitSet();

  /// The letters of the longest of them.
  private final int longest;

  NumberWords(ValueWords heard) {
    heard.table(Heard.NUMBER_WORD, Long::valueOf).forEach((w, n) -> whole.put(w, pieces(n)));
    heard.of(Heard.NUMBER_TEEN).forEach(w -> whole.put(w, List.of(new Piece(Kind.TEEN, 10))));
    heard.of(Heard.NUMBER_HALF).forEach(w -> whole.put(w, List.of(new Piece(Kind.HALF, 0))));
    heard
        .table(Heard.NUMBER_TENS, Long::valueOf)
        .forEach((w, n) -> whole.put(w, List.of(new Piece(Kind.TENS, n))));
    heard
        .table(Heard.NUMBER_SCALE, Long::valueOf)
        .forEach((w, n) -> whole.put(w, List.of(new Piece(Kind.SCALE, n))));
    whole.keySet().forEach(word -> word.chars().limit(1).forEach(firsts::set));
    longest = whole.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /// `gopek` is five hundreds, `ceban` ten thousands.
  private static List<Piece> pieces(long value) {
    if (value < 100) {
      return List.of(new Piece(Kind.UNIT, value));
    }
    long scale = value >= 1_000_000 ? 1_000_000 : value >= 1_000 ? 1_000 : 100;
    var counted = new Piece(Kind.UNIT, value / scale);
    return List.of(counted, new Piece(scale == 100 ? Kind.TENS : Kind.SCALE, scale));
  }

  /// The longest number that starts at a word; empty when that word is none.
  Optional<Read> read(List<Token> tokens, int from) {
    var sum = new NumberSum();
    int end = from;
    for (int i = from; i < tokens.size() && tokens.get(i).word(); i++) {
      Optional<List<Piece>> pieces = pieces(tokens.get(i).text());
      if (pieces.isEmpty() || !fits(sum, pieces.get())) {
        break;
      }
      pieces.get().forEach(p -> add(sum, p));
      end = i + 1;
    }
    return end == from || !sum.complete()
        ? Optional.empty()
        : Optional.of(new Read(sum.total(), end));
  }

  private static boolean fits(NumberSum sum, List<Piece> pieces) {
    Piece first = pieces.getFirst();
    return switch (first.kind()) {
      case UNIT -> sum.takesUnit(first.value());
      case TEEN, TENS -> sum.hasUnit();
      case SCALE -> sum.takesScale(first.value());
      case HALF -> true;
    };
  }

  private static void add(NumberSum sum, Piece piece) {
    switch (piece.kind()) {
      case UNIT -> sum.unit(piece.value());
      case TEEN -> sum.teen();
      case TENS -> sum.times(piece.value());
      case SCALE -> sum.scale(piece.value());
      case HALF -> sum.half();
    }
  }

  private Optional<List<Piece>> pieces(String word) {
    List<Piece> known = whole.get(word);
    return known != null ? Optional.of(known) : split(word);
  }

  /// `limangatus`, `duajuta`, `limabelas`: pieces written together, the longest first.
  private Optional<List<Piece>> split(String word) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < word.length()) {
      if (!firsts.get(word.charAt(at))) {
        return Optional.empty();
      }
      int end = Math.min(word.length(), at + longest);
      while (end > at && !whole.containsKey(word.substring(at, end))) {
        end--;
      }
      if (end == at) {
        return Optional.empty();
      }
      List<Piece> next = whole.getOrDefault(word.substring(at, end), List.of());
      if (!pieces.isEmpty() && unit(pieces.getLast()) && unit(next.getFirst())) {
        return Optional.empty();
      }
      pieces.addAll(next);
      at = end;
    }
    return Optional.of(pieces);
  }

  private static boolean unit(Piece piece) {
    return piece.kind() == Kind.UNIT;
  }
}
