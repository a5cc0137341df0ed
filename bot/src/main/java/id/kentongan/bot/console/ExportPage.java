package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Place;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.CsvSheet;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.officers.MatterFiles;
import id.kentongan.integrations.postgres.officers.MatterFiles.Field;
import id.kentongan.integrations.postgres.officers.MatterFiles.Matter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `/console/pendaftaran.csv` and its like: what the board shows, with all fields, for the core
/// system or a meeting. Never a formula.
final class ExportPage implements Page {
  private final Kind kind;
  private final MatterFiles files;
  private final Supplier<Content> content;

  ExportPage(Kind kind, MatterFiles files, Supplier<Content> content) {
    this.kind = kind;
    this.files = files;
    this.content = content;
  }

  @Override
  public List<Address> addresses() {
    String path = "/unduh" + BoardPage.path(kind);
    return List.of(
        Address.post(path + ".csv", Permission.EXPORT, visit -> export(visit, false)),
        Address.post(path + ".xlsx", Permission.EXPORT, visit -> export(visit, true)));
  }

  private Future<Reply> export(Visit visit, boolean book) {
    String name = BoardPage.path(kind).substring(1);
    return files
        .export(visit.name(), kind, BoardPage.filter(visit))
        .map(
            matters -> {
              var sheet = sheet(name, matters);
              byte[] bytes = book ? Xlsx.bytes(List.of(sheet)) : CsvSheet.bytes(sheet);
              return new Reply.Bytes(
                  book ? Xlsx.TYPE : CsvSheet.TYPE,
                  name + (book ? ".xlsx" : ".csv"),
                  Buffer.buffer(bytes));
            });
  }

  private Sheet sheet(String name, List<Matter> matters) {
    var rows = new ArrayList<List<Cell>>();
    for (Matter matter : matters) {
      if (rows.isEmpty()) {
        rows.add(head(matter));
      }
      var row = new ArrayList<Cell>();
      row.add(Cell.words(matter.number()));
      row.add(Cell.words(words("state." + BoardPage.words(kind), matter.standing().state())));
      row.add(new Cell.Moment(LocalDateTime.ofInstant(matter.standing().since(), zone())));
      matter.fields().forEach(field -> row.addAll(cells(field)));
      rows.add(row);
    }
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    return new Sheet(name, Collections.nCopies(columns, 20), rows);
  }

  /// As a spreadsheet counts with it: days as days, money as numbers; what only looks like a number
  /// stays text. A village has its name and its code.
  private List<Cell> cells(Field field) {
    String value = field.value();
    if (field.name().equals("village")) {
      String named = content.get().places().byCode(value).map(Place::full).orElse("");
      return List.of(Cell.words(named), Cell.words(value));
    }
    if (value.isEmpty()) {
      return List.of(Cell.EMPTY);
    }
    return List.of(
        switch (field.name()) {
          case "birth-date", "died", "day" -> new Cell.Day(LocalDate.parse(value));
          case "visit", "deadline" ->
              new Cell.Moment(LocalDateTime.ofInstant(Instant.parse(value), zone()));
          case "income", "total" -> Cell.rupiah(Long.parseLong(value));
          case "months" -> Cell.whole(Long.parseLong(value));
          case "relation" -> Cell.words(Wordings.relation(value));
          default -> Cell.words(value);
        });
  }

  private ZoneId zone() {
    return content.get().rules().zone();
  }

  private String words(String group, String name) {
    String key = "console." + group + '.' + name.toLowerCase(Locale.ROOT);
    return content.get().words().say(Language.INDONESIAN, key);
  }

  private List<Cell> head(Matter matter) {
    var head = new ArrayList<Cell>();
    for (String name : List.of("number", "state", "since")) {
      head.add(Cell.bold(words("field", name)));
    }
    for (Field field : matter.fields()) {
      head.add(Cell.bold(words("field", field.name())));
      if (field.name().equals("village")) {
        head.add(Cell.bold(words("field", "village-code")));
      }
    }
    return head;
  }
}
