package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.learning.ContentVersions.Version;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `/console/isi/tulis` and `/console/isi/naskah/:id`: one file is written anew, checked with all
/// other content, looked at as each channel shows it, and published by another officer.
final class DraftPage implements Page {
  private static final String DRAFT = "/isi/naskah/:id";

  private final ContentFiles files;
  private final ContentVersions versions;
  private final Vertx vertx;
  private final FaultWords words;
  private final Supplier<YearMonth> month;

  DraftPage(
      Path config,
      ContentVersions versions,
      Vertx vertx,
      FaultWords words,
      Supplier<YearMonth> month) {
    this.words = words;
    this.month = month;
    this.files = new ContentFiles(config);
    this.versions = versions;
    this.vertx = vertx;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/isi/tulis", Permission.CONTENT, this::edit),
        Address.post("/isi/tulis", Permission.CONTENT, this::save),
        Address.get(DRAFT, Permission.CONTENT, this::show),
        Address.post(
            DRAFT + "/terbit",
            Permission.CONTENT,
            visit -> sound(visit, id -> versions.publish(visit.name(), id))),
        Address.post(
            DRAFT + "/buang",
            Permission.CONTENT,
            visit -> done(versions.drop(visit.name(), visit.number("id")), visit)),
        Address.post(
            DRAFT + "/pulihkan",
            Permission.CONTENT,
            visit -> sound(visit, id -> versions.restore(visit.name(), id))));
  }

  private Future<Reply> edit(Visit visit) {
    String path = visit.query("berkas");
    if (!ContentFiles.allowed(path)) {
      return Future.succeededFuture(Reply.missing());
    }
    return begun(path, visit.query("dari")).compose(text -> form(path, text, List.of()));
  }

  /// What the writing begins from: what is said now, the file as it was delivered, or a version.
  private Future<String> begun(String path, String from) {
    if (from.equals("berkas")) {
      return vertx.executeBlocking(() -> files.text(path).orElse(""));
    }
    return from.matches("[0-9]{1,18}")
        ? versions
            .version(Long.parseLong(from))
            .compose(
                found ->
                    found
                        .filter(version -> version.path().equals(path))
                        .map(version -> Future.succeededFuture(version.text()))
                        .orElseGet(() -> current(path)))
        : current(path);
  }

  private Future<Reply> form(String path, String text, List<Fault> faults) {
    return Future.all(versions.of(path), versions.published())
        .map(
            both -> {
              List<Version> known = both.resultAt(0);
              var model = new HashMap<String, Object>();
              model.put("live", live(both.resultAt(1), path));
              model.put("path", path);
              model.put("text", text);
              model.put("faults", faults.stream().map(words::of).toList());
              model.put("versions", known);
              return new Reply.Shown(faults.isEmpty() ? 200 : 400, "content-edit", model);
            });
  }

  /// why by its words: going back to a version publishes them anew.
  private static boolean said(Version version, String now) {
    return version.state() == ContentVersions.State.PUBLISHED && version.text().equals(now);
  }

  /// The version of a file that is said now; 0 where that is the file.
  private static long live(Map<String, Version> published, String path) {
    return Optional.ofNullable(published.get(path)).map(Version::id).orElse(0L);
  }

  /// What is said now: what was published, else the file.
  private Future<String> current(String path) {
    return versions
        .published()
        .compose(
            published ->
                published.containsKey(path)
                    ? Future.succeededFuture(published.get(path).text())
                    : vertx.executeBlocking(() -> files.text(path).orElse("")));
  }

  private Future<Reply> save(Visit visit) {
    String path = visit.field("path");
    String text = visit.text("text");
    if (!ContentFiles.allowed(path) || text.isBlank()) {
      return Future.succeededFuture(Reply.missing());
    }
    return faults(path, text)
        .compose(
            faults ->
                faults.isEmpty()
                    ? vertx
                        .executeBlocking(() -> ContentFiles.hash(files.text(path).orElse("")))
                        .compose(over -> versions.draft(visit.name(), path, text, over))
                        .map(id -> new Reply.See("/console/isi/naskah/" + id))
                    : form(path, text, faults));
  }

  /// All content as it would be, read as at the start.
  private Future<List<Fault>> faults(String path, String text) {
    return versions
        .published()
        .compose(
            published ->
                vertx.executeBlocking(
                    () -> {
                      Map<String, String> over =
                          published.values().stream()
                              .collect(Collectors.toMap(Version::path, Version::text));
                      over.put(path, text);
                      return YamlContent.load(files.config(), over).faults();
                    }));
  }

  /// Does what lets a version be said, where it is sound with all that is published by now.
  ///
  /// why: a node takes up all that is published or, where that has a fault, nothing of it.
  private Future<Reply> sound(Visit visit, LongFunction<Future<ContentVersions.Result>> act) {
    long id = visit.number("id");
    return versions
        .version(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(List.<Fault>of())
                    : faults(found.get().path(), found.get().text()))
        .compose(faults -> faults.isEmpty() ? done(act.apply(id), visit) : show(visit, faults));
  }

  private Future<Reply> show(Visit visit) {
    return show(visit, List.of());
  }

  private Future<Reply> show(Visit visit, List<Fault> faults) {
    return versions
        .version(visit.number("id"))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.missing())
                    : current(found.get().path())
                        .compose(text -> shown(visit, found.get(), text, faults)));
  }

  /// What a version is held against: what is said now; for the version that is said now, what was
  /// said before it.
  private Future<String> against(Version version, String now) {
    return said(version, now)
        ? versions
            .saidBefore(version.path(), now)
            .compose(
                last ->
                    last.map(before -> Future.succeededFuture(before.text()))
                        .orElseGet(
                            () ->
                                vertx.executeBlocking(() -> files.text(version.path()).orElse(""))))
        : Future.succeededFuture(now);
  }

  private Future<Reply> shown(Visit visit, Version version, String now, List<Fault> faults) {
    return against(version, now)
        .compose(before -> shown(visit, version, before, said(version, now), faults));
  }

  private Future<Reply> shown(
      Visit visit, Version version, String before, boolean live, List<Fault> faults) {
    return Future.all(prices(version, before), versions.published())
        .map(
            both -> {
              var model = model(visit, version, before);
              Map<String, Version> published = both.resultAt(1);
              model.put("prices", both.<List<TariffPreview.Row>>resultAt(0));
              model.put("overtaken", overtaken(version, published));
              model.put("live", live);
              model.put("faults", faults.stream().map(words::of).toList());
              return new Reply.Shown(faults.isEmpty() ? 200 : 409, "content-draft", model);
            });
  }

  /// Whether something else of the file was published after a draft was written.
  private static boolean overtaken(Version version, Map<String, Version> published) {
    return version.state() == ContentVersions.State.DRAFT
        && Optional.ofNullable(published.get(version.path()))
            .map(now -> now.who().settled())
            .filter(settled -> settled.isAfter(version.who().written()))
            .isPresent();
  }

  /// What a version of the tariffs changes from this month on; empty for any other file.
  private Future<List<TariffPreview.Row>> prices(Version version, String before) {
    return version.path().startsWith("tariffs/")
        ? vertx.executeBlocking(
            () ->
                TariffPreview.of(
                    tariffs(version.path(), before),
                    tariffs(version.path(), version.text()),
                    month.get()))
        : Future.succeededFuture(List.of());
  }

  private Tariffs tariffs(String path, String text) {
    return YamlContent.load(files.config(), Map.of(path, text)).content().tariffs();
  }

  private static Map<String, Object> model(Visit visit, Version version, String before) {
    var model = new HashMap<String, Object>();
    model.put("version", version);
    model.put("path", version.path());
    model.put("diff", ContentDiff.of(before, version.text()));
    model.put("tariffs", version.path().startsWith("tariffs/"));
    model.put("texts", ContentPreview.of(before, version.text()));
    model.put("own", version.who().author().equals(visit.name()));
    model.put("told", visit.query("hasil"));
    return model;
  }

  private static Future<Reply> done(Future<ContentVersions.Result> result, Visit visit) {
    return result.map(
        told ->
            new Reply.See("/console/isi/naskah/" + visit.number("id") + "?hasil=" + told.name()));
  }
}
