package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.OfficerFiles;
import io.vertx.core.Future;
import java.util.List;

/// `/console/berkas/:file`: a photograph in the page, any other file to be kept.
final class FilePage implements Page {
  private final OfficerFiles files;

  FilePage(OfficerFiles files) {
    this.files = files;
  }

  @Override
  public List<Address> addresses() {
    return List.of(Address.get("/berkas/:file", Permission.MATTERS, this::show));
  }

  private Future<Reply> show(Visit visit) {
    String id = visit.path("file");
    return files
        .open(visit.name(), id)
        .map(
            file ->
                file.<Reply>map(
                        opened -> new Reply.Bytes(opened.type(), name(id, opened), opened.bytes()))
                    .orElseGet(Reply::missing));
  }

  private static String name(String id, OfficerFiles.Opened file) {
    return switch (file.type()) {
      case "image/jpeg", "image/png", "image/webp" -> "";
      case "application/pdf" -> id + ".pdf";
      default -> id;
    };
  }
}
