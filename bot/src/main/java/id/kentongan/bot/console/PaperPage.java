package id.kentongan.bot.console;

import id.kentongan.integrations.documents.DrawnApart;
import id.kentongan.integrations.documents.PaperSheets;
import id.kentongan.integrations.documents.PaperSheets.Sheet;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.officers.MatterFiles;
import id.kentongan.integrations.postgres.officers.OfficerFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `/console/berkas/:file`: a photograph upright in the page, any other file to be kept; a page of
/// a PDF as a picture; all sheets of one paper as one PDF.
///
/// why one at a time: a drawing takes some hundred megabytes. And apart: a stranger's PDF may be
/// made to take for ever.
final class PaperPage implements Page {
  private static final int THREADS = 1;

  /// why: time for two before it that take for ever.
  private static final long PATIENCE_SECONDS = 3 * DrawnApart.SECONDS;

  private final OfficerFiles files;
  private final MatterFiles matters;
  private final PaperSheets sheets;
  private final DrawnApart apart;
  private final WorkerExecutor drawing;

  PaperPage(OfficerFiles files, MatterFiles matters, PaperSheets sheets, Vertx vertx) {
    this.files = files;
    this.matters = matters;
    this.sheets = sheets;
    this.apart = new DrawnApart(sheets);
    this.drawing = vertx.createSharedWorkerExecutor("papers", THREADS);
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/berkas/:file", Permission.MATTERS, this::show),
        Address.get("/berkas/:file/halaman/:page", Permission.MATTERS, this::page),
        Address.get("/klaim/:number/gabung/:paper", Permission.MATTERS, this::joined));
  }

  private Future<Reply> show(Visit visit) {
    String id = visit.path("file");
    return files
        .open(visit.name(), id)
        .compose(
            found ->
                found.isEmpty() ? Future.succeededFuture(Reply.missing()) : shown(id, found.get()));
  }

  private Future<Reply> shown(String id, OfficerFiles.Opened file) {
    var plain = new Reply.Bytes(file.type(), name(id, file.type()), file.bytes());
    return file.type().equals("image/jpeg")
        ? drawn(() -> sheets.upright(file.bytes().getBytes()))
            .map(upright -> upright.map(bytes -> inPage("image/jpeg", bytes)).orElse(plain))
        : Future.succeededFuture(plain);
  }

  private static String name(String id, String type) {
    return switch (type) {
      case "image/jpeg", "image/png", "image/webp" -> "";
      case "application/pdf" -> id + ".pdf";
      default -> id;
    };
  }

  private Future<Reply> page(Visit visit) {
    int page = (int) Math.min(Integer.MAX_VALUE, visit.number("page"));
    return files
        .open(visit.name(), visit.path("file"))
        .compose(
            found ->
                found.filter(file -> file.type().equals("application/pdf")).isEmpty()
                    ? Future.succeededFuture(Reply.missing())
                    : drawn(() -> apart.page(found.get().bytes().getBytes(), page))
                        .map(
                            png ->
                                png.<Reply>map(bytes -> inPage("image/png", bytes))
                                    .orElseGet(Reply::missing)));
  }

  private Future<Reply> joined(Visit visit) {
    String number = visit.path("number");
    String paper = visit.path("paper");
    return matters
        .open(visit.name(), Kind.CLAIMS, number)
        .compose(
            found ->
                read(
                    visit.name(),
                    found.stream()
                        .flatMap(matter -> matter.papers().stream())
                        .filter(one -> one.paper().equals(paper))
                        .map(MatterFiles.Paper::file)
                        .toList()))
        .compose(
            read ->
                drawn(() -> apart.joined(read))
                    .compose(
                        pdf ->
                            pdf.isPresent()
                                ? Future.succeededFuture(file(number, paper, pdf.get()))
                                : notJoined(read)));
  }

  private static Reply file(String number, String paper, byte[] pdf) {
    String name = number + '-' + paper + ".pdf";
    return new Reply.Bytes("application/pdf", name, Buffer.buffer(pdf));
  }

  /// Says which sheets, counted from 1, cannot be shown.
  private Future<Reply> notJoined(List<Sheet> sheets) {
    Future<List<String>> all = Future.succeededFuture(List.of());
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String place = Integer.toString(i + 1);
      all =
          all.compose(
              before ->
                  drawn(() -> apart.joined(List.of(sheet)))
                      .map(
                          alone ->
                              alone.isPresent()
                                  ? before
                                  : Stream.concat(before.stream(), Stream.of(place)).toList()));
    }
    return all.map(
        bad ->
            bad.isEmpty()
                ? Reply.missing()
                : new Reply.Shown(
                    422, "refused", Map.of("why", "sheets", "sheets", String.join(", ", bad))));
  }

  private Future<List<Sheet>> read(String officer, List<String> ids) {
    Future<List<Sheet>> all = Future.succeededFuture(List.of());
    for (String id : ids) {
      all =
          all.compose(
              before ->
                  files
                      .open(officer, id)
                      .map(
                          found -> {
                            var more = new ArrayList<Sheet>(before);
                            found.ifPresent(
                                f -> more.add(new Sheet(f.type(), f.bytes().getBytes())));
                            return more;
                          }));
    }
    return all;
  }

  private static Reply.Bytes inPage(String type, byte[] bytes) {
    return new Reply.Bytes(type, "", Buffer.buffer(bytes));
  }

  private Future<Optional<byte[]>> drawn(Callable<Optional<byte[]>> drawn) {
    return drawing
        .executeBlocking(drawn, false)
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .otherwise(Optional.empty());
  }
}
