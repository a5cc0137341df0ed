package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.ear.parse.Parsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a cell, or a whole line without separators, apart into values: what can be told by its
/// shape (numbers, dates, amounts, known occupations) and the words between.
final class RollPieces {
  private static final String MONTH = "(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|nov|nop|des)";
  private static final String SPAN =
      "(?: ?(?:/|per|se) ?-?(?:bulan|bln|hari|hr|minggu|mgg|tahun|thn))?";
  private static final String UNIT = "(?:juta|jt|jta|ribu|rb|k)\\b";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<nik>(?<!\\d)(?:\\d{16}(?!\\d)|\\d{4}([ .-])\\d{4}\\2\\d{4}\\2\\d{4}(?!\\d)"
              + "|\\d{6}([ .-])\\d{6}\\3\\d{4}(?!\\d)|\\d[.,]\\d{3,}e\\+?\\d{2}))"
              + "|(?<phone>(?<!\\d)(?:(?:\\+?62[ -]?|0)8\\d{1,3}(?:[ -]?\\d{3,5}){1,3}|8\\d{8,11})"
              + "(?!\\d))"
              + "|(?<nearly>(?<!\\d)\\d{12,22}(?!\\d))"
              + "|(?<birth>(?<!\\d)(?:(?:19|20)\\d\\d-\\d\\d?-\\d\\d?"
              + "|\\d\\d?[-/. ](?:\\d\\d?|"
              + MONTH
              + "[a-z]*)[-/. ](?:\\d{4}|\\d\\d))(?!\\d))"
              + "|(?<income>(?<![\\d\\p{L}])(?:rp\\.? ?\\d[\\d.,]*(?: ?"
              + UNIT
              + ")?|\\d+(?:[.,]\\d+)? ?"
              + UNIT
              + "|\\d{1,3}(?:[.,]\\d{3})+(?:,-)?|\\d{5,9})(?![\\d])"
              + SPAN
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_OCCUPATION = 4;

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
    Matcher shape = SHAPE.matcher(cell);
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
          plain(words.subList(0, from));
          pieces.add(
              new Piece(RollField.OCCUPATION, String.join(" ", words.subList(from, from + n))));
          plain(words.subList(from + n, words.size()));
          return;
        }
      }
    }
    plain(words);
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
