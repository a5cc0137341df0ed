package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.learning.ContentVersions.Version;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// `/console/isi`: the files of answers and words, what waits for publishing, and where a newer
/// file came to the disk than the one that was written over.
final class ContentPage implements Page {
  private static final Locale ID = Locale.forLanguageTag("id-ID");

  private final ContentFiles files;
  private final ContentVersions versions;
  private final Supplier<Content> content;
  private final Vertx vertx;

  ContentPage(Path config, ContentVersions versions, Supplier<Content> content, Vertx vertx) {
    this.files = new ContentFiles(config);
    this.versions = versions;
    this.content = content;
    this.vertx = vertx;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/isi", Permission.CONTENT, this::show),
        Address.search("/isi", Permission.CONTENT));
  }

  /// A file and the text that holds; `newer`: the disk has another text than the published one was
  /// written over.
  record Row(String path, String text, boolean published, boolean newer) {}

  private Future<Reply> show(Visit visit) {
    return versions
        .published()
        .compose(
            published ->
                vertx
                    .executeBlocking(() -> rows(published))
                    .compose(rows -> versions.drafts().map(drafts -> shown(visit, rows, drafts))));
  }

  private Reply shown(Visit visit, List<Row> rows, List<Version> drafts) {
    String sought = visit.field("cari");
    var model = new HashMap<String, Object>();
    model.put("sought", sought);
    model.put("rows", rows.stream().filter(row -> holds(row, sought)).toList());
    model.put("drafts", drafts);
    return Reply.shown("content", model);
  }

  /// By what people call it, its name, or what stands in it.
  private boolean holds(Row row, String sought) {
    String title = ContentTitle.of(Templates.words(content), row.path());
    return Stream.of(title, row.path(), row.text())
        .anyMatch(text -> text.toLowerCase(ID).contains(sought.toLowerCase(ID)));
  }

  private List<Row> rows(Map<String, Version> published) {
    var paths = new TreeSet<>(files.paths());
    paths.addAll(published.keySet());
    return paths.stream().map(path -> row(path, published)).toList();
  }

  private Row row(String path, Map<String, Version> published) {
    Version version = published.get(path);
    String disk = files.text(path).orElse("");
    return version == null
        ? new Row(path, disk, false, false)
        : new Row(path, version.text(), true, !version.over().equals(ContentFiles.hash(disk)));
  }
}
