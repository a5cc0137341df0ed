package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.CsvSheet;
import id.kentongan.integrations.documents.Sheet;
import id.kentongan.integrations.documents.Xlsx;
import id.kentongan.integrations.postgres.Boards.Kind;
import id.kentongan.integrations.postgres.MatterFiles;
import id.kentongan.integrations.postgres.MatterFiles.Field;
import id.kentongan.integrations.postgres.MatterFiles.Matter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// `/console/pendaftaran.csv` and its like: what the board shows, with all fields, for the core
/// system or a meeting. A cell is text or nothing, never a formula.
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
        Address.get(path + ".csv", Permission.EXPORT, visit -> export(visit, false)),
        Address.get(path + ".xlsx", Permission.EXPORT, visit -> export(visit, true)));
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
      row.add(Cell.words(matter.standing().state()));
      matter.fields().forEach(field -> row.add(Cell.words(field.value())));
      rows.add(row);
    }
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    return new Sheet(name, Collections.nCopies(columns, 20), rows);
  }

  private List<Cell> head(Matter matter) {
    var head = new ArrayList<Cell>();
    Words words = content.get().words();
    head.add(Cell.bold(words.say(Language.INDONESIAN, "console.field.number")));
    head.add(Cell.bold(words.say(Language.INDONESIAN, "console.field.state")));
    for (Field field : matter.fields()) {
      head.add(Cell.bold(words.say(Language.INDONESIAN, "console.field." + field.name())));
    }
    return head;
  }
}
