package id.kentongan.bot.roll;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.postgres.batches.BatchLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The tables of a list: the empty one to fill in, and what became of each row.
public record RollSheets(Supplier<Words> words) {
  private static final List<Integer> RESULT = List.of(10, 26, 20, 34, 18, 14, 14);
  private static final List<Integer> TEMPLATE = List.of(26, 22, 16, 18, 18, 22, 18);

  /// The columns of the NIK and the phone.
  private static final List<Integer> NUMBERS = List.of(1, 6);

  private static final List<String> HEADINGS =
      List.of("name", "nik", "birth", "occupation", "income", "village", "phone");

  private static final List<String> EXAMPLE =
      List.of(
          "Budi Santoso",
          "3510171708850000",
          "17-08-1985",
          "petani",
          "1500000",
          "Tegaldlimo",
          "081234567890");

  String templateName() {
    return name("template");
  }

  String resultName() {
    return name("file");
  }

  private String name(String key) {
    return say("sheet." + key).replace(' ', '-') + ".xlsx";
  }

  /// why two sheets: an example left among the people would be read as one of them
  List<Sheet> template() {
    List<Cell> headings = HEADINGS.stream().map(this::head).toList();
    List<Cell> example = EXAMPLE.stream().map(Cell::words).toList();
    return List.of(
        new Sheet(say("sheet.list"), TEMPLATE, List.of(headings), NUMBERS),
        new Sheet(
            say("sheet.example"),
            TEMPLATE,
            List.of(headings, example, List.of(), List.of(Cell.words(say("sheet.how"))))));
  }

  List<Sheet> result(List<BatchLine> lines) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(
        Stream.of("row", "name", "nik", "state", "number", "receipt", "total")
            .map(this::head)
            .toList());
    lines.forEach(line -> rows.add(row(line)));
    return List.of(new Sheet(say("sheet.result"), RESULT, rows));
  }

  private List<Cell> row(BatchLine line) {
    var cells =
        new ArrayList<>(
            List.of(
                where(line.spot()),
                Cell.words(line.name()),
                Cell.words(line.nik()),
                Cell.words(say("state." + line.state(), Map.of("lain", other(line))))));
    BatchLine.Enrolled enrolled = line.enrolled();
    if (enrolled != null) {
      cells.add(Cell.words(enrolled.number()));
      cells.add(Cell.words(enrolled.receipt()));
      cells.add(Cell.rupiah(enrolled.total().amount()));
    }
    return cells;
  }

  private Cell where(Spot spot) {
    return spot.source() == 1 ? Cell.whole(spot.line()) : Cell.words(where(spot, "where-of"));
  }

  private String where(Spot spot, String key) {
    return say(key, Map.of("n", "" + spot.line(), "kiriman", "" + spot.source()));
  }

  /// Where the same person is: `1:3` is the third line of the list's first part.
  private String other(BatchLine line) {
    String[] spot = line.other().split(":", 2);
    if (!line.state().equals("in-list") || spot.length < 2) {
      return line.other();
    }
    var first = new Spot(Integer.parseInt(spot[0]), Integer.parseInt(spot[1]));
    return where(first, first.source() == 1 ? "where" : "where-of").toLowerCase(Locale.ROOT);
  }

  private Cell head(String key) {
    return Cell.bold(say("sheet." + key));
  }

  private String say(String key) {
    return say(key, Map.of());
  }

  private String say(String key, Map<String, String> values) {
    return words.get().say(Language.INDONESIAN, "batch." + key, values);
  }
}
