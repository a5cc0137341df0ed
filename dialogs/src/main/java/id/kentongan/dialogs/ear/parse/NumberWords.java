package id.kentongan.dialogs.ear.parse;

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

  static final String HALVES =
      "setengah separo separuh stengah setenga satangah satengah stgh stngah satengnga satenga";

  private static final Map<String, List<Piece>> WHOLE = new HashMap<>();
  private static final int LONGEST_WORD = 40;

  static {
    unit(0, "nol kosong nul");
    unit(1, "satu siji setunggal settong sikok sabuting asa sa se sak sij");
    unit(2, "dua duwa duo loro rong kalih kaleh dhuwa dua2 duak rwa due");
    unit(3, "tiga tga tigo telu telung talu tello tellok tigang tigeng tige");
    unit(4, "empat ampat papat patang sekawan sekawn empa empak pat mpat");
    unit(5, "lima lma limo limang gangsal lema lemak lime");
    unit(6, "enam enm anam enem nem nenem ennem ennam");
    unit(7, "tujuh tjuh pitu pitung pettok petto tuju");
    unit(8, "delapan dlapan lapan wolu wolung walu ballu balluk");
    unit(9, "sembilan smbilan sanga songo sangang sangak sembilang");
    pieces(new Piece(Kind.TEEN, 10), "belas welas las bellas");
    pieces(new Piece(Kind.TENS, 10), "puluh pulu plh polo dasa doso pulo pulueh");
    pieces(new Piece(Kind.TENS, 100), "ratus atus ratos ratoes rts");
    pieces(new Piece(Kind.SCALE, 1_000), "ribu ceng rb rebu rbu ewu ebu ribuan ewon rban");
    pieces(new Piece(Kind.SCALE, 1_000_000), "juta jt yuta jutaan jutan jeti jtan yutaan jta");
    pieces(new Piece(Kind.SCALE, 1_000_000_000), "miliar milyar miliyar");
    pieces(new Piece(Kind.HALF, 0), HALVES);
    fixed(10, "sepuluh sapuluh sapolo sedasa sepulu");
    fixed(11, "sebelas sewelas sabalas");
    fixed(12, "rolas rolasan");
    fixed(21, "selikur");
    fixed(22, "rolikur");
    fixed(23, "telulikur");
    fixed(24, "patlikur");
    fixed(25, "selawe slawe salawi salabi");
    fixed(26, "nemlikur");
    fixed(27, "pitulikur");
    fixed(28, "wolulikur");
    fixed(29, "sangalikur songolikur");
    fixed(50, "seket sekaet sekket saeket");
    fixed(60, "sewidak swidak sabidak suwidak");
    for (String hundred : "seratus saratus satus saratos cepek sratus".split(" ")) {
      WHOLE.put(hundred, List.of(one(), new Piece(Kind.TENS, 100)));
    }
    WHOLE.put("gopek", List.of(new Piece(Kind.UNIT, 5), new Piece(Kind.TENS, 100)));
    WHOLE.put("seribu", List.of(one(), scale(1_000)));
    WHOLE.put("saribu", List.of(one(), scale(1_000)));
    WHOLE.put("sewu", List.of(one(), scale(1_000)));
    WHOLE.put("saebu", List.of(one(), scale(1_000)));
    WHOLE.put("seceng", List.of(one(), scale(1_000)));
    WHOLE.put("goceng", List.of(new Piece(Kind.UNIT, 5), scale(1_000)));
    WHOLE.put("ceban", List.of(new Piece(Kind.UNIT, 10), scale(1_000)));
    WHOLE.put("noban", List.of(new Piece(Kind.UNIT, 20), scale(1_000)));
    WHOLE.put("goban", List.of(new Piece(Kind.UNIT, 50), scale(1_000)));
    WHOLE.put("gocap", List.of(new Piece(Kind.UNIT, 50), scale(1_000)));
    for (String million : "sejuta sajuta sayuta seyuta sejeti sejutaan sejt sjuta".split(" ")) {
      WHOLE.put(million, List.of(one(), scale(1_000_000)));
    }
  }

  private NumberWords() {}

  /// The longest number that starts at a word; empty when that word is none.
  static Optional<Read> read(List<Token> tokens, int from) {
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

  private static Optional<List<Piece>> pieces(String word) {
    List<Piece> whole = WHOLE.get(word);
    return whole != null ? Optional.of(whole) : split(word);
  }

  /// `limangatus`, `duajuta`, `limabelas`: pieces written together, the longest first.
  private static Optional<List<Piece>> split(String word) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    var pieces = new java.util.ArrayList<Piece>();
    int at = 0;
    while (at < word.length()) {
      int end = word.length();
      while (end > at && !WHOLE.containsKey(word.substring(at, end))) {
        end--;
      }
      if (end == at) {
        return Optional.empty();
      }
      List<Piece> next = WHOLE.getOrDefault(word.substring(at, end), List.of());
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

  private static Piece one() {
    return new Piece(Kind.UNIT, 1);
  }

  private static Piece scale(long value) {
    return new Piece(Kind.SCALE, value);
  }

  private static void unit(long value, String words) {
    pieces(new Piece(Kind.UNIT, value), words);
  }

  private static void fixed(long value, String words) {
    pieces(new Piece(Kind.UNIT, value), words);
  }

  private static void pieces(Piece piece, String words) {
    for (String word : words.split(" ")) {
      WHOLE.put(word, List.of(piece));
    }
  }
}
