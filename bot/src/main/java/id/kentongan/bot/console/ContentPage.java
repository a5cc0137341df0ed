package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.learning.ContentVersions.Version;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// `/console/isi`: the files of answers and words, what waits for publishing, and where a newer
/// file came to the disk than the one that was written over.
final class ContentPage implements Page {
  private final ContentFiles files;
  private final ContentVersions versions;
  private final Vertx vertx;

  ContentPage(Path config, ContentVersions versions, Vertx vertx) {
    this.files = new ContentFiles(config);
    this.versions = versions;
    this.vertx = vertx;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/isi", Permission.CONTENT, this::show),
        Address.search("/isi", Permission.CONTENT));
  }

  /// A file; `newer`: the disk has another text than the published one was written over.
  record Row(String path, boolean published, boolean newer) {}

  private Future<Reply> show(Visit visit) {
    return versions
        .published()
        .compose(
            published ->
                vertx
                    .executeBlocking(() -> rows(published))
                    .compose(rows -> versions.drafts().map(drafts -> shown(visit, rows, drafts))));
  }

  private static Reply shown(Visit visit, List<Row> rows, List<Version> drafts) {
    String sought = visit.field("cari");
    var model = new HashMap<String, Object>();
    model.put("sought", sought);
    model.put("rows", rows.stream().filter(row -> row.path().contains(sought)).toList());
    model.put("drafts", drafts);
    return Reply.shown("content", model);
  }

  private List<Row> rows(Map<String, Version> published) {
    var paths = new TreeSet<>(files.paths());
    paths.addAll(published.keySet());
    return paths.stream().map(path -> row(path, published)).toList();
  }

  private Row row(String path, Map<String, Version> published) {
    Version version = published.get(path);
    String disk = ContentFiles.hash(files.text(path).orElse(""));
    return new Row(path, version != null, version != null && !version.over().equals(disk));
  }
}
