package id.kentongan.bot.console;

import id.kentongan.bot.replay.Replay;
import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.journal.RecentTalks;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import id.kentongan.integrations.postgres.learning.ContentVersions.Version;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `/console/isi/naskah/:id/coba`: what people said lately is said again to the draft; which
/// replies would change, before anybody publishes it.
final class ReplayPage implements Page {
  private static final int TALKS = 200;
  private static final int MESSAGES = 40;
  private static final int SHOWN = 40;

  private final ContentVersions versions;
  private final RecentTalks recent;
  private final Replay replay;
  private final Plain plain;

  /// Where content is read: the files in `config`, places as they are now.
  record Plain(Path config, Supplier<Content> now, Vertx vertx) {}

  ReplayPage(ContentVersions versions, RecentTalks recent, Replay replay, Plain plain) {
    this.versions = versions;
    this.recent = recent;
    this.replay = replay;
    this.plain = plain;
  }

  @Override
  public List<Address> addresses() {
    return List.of(Address.get("/isi/naskah/:id/coba", Permission.CONTENT, this::show));
  }

  private Future<Reply> show(Visit visit) {
    return versions
        .version(visit.number("id"))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.missing())
                    : replayed(visit, found.get()));
  }

  private Future<Reply> replayed(Visit visit, Version draft) {
    String why = "content/" + draft.path();
    return Future.all(versions.published(), recent.said(visit.name(), why, TALKS, MESSAGES))
        .compose(
            both ->
                plain
                    .vertx()
                    .executeBlocking(() -> played(both.resultAt(0), draft, both.resultAt(1))))
        .map(
            result -> {
              var model = new HashMap<String, Object>();
              model.put("version", draft);
              model.put("result", result);
              return Reply.shown("replay", model);
            });
  }

  private Replay.Result played(
      Map<String, Version> published, Version draft, List<List<RecentTalks.Said>> talks) {
    Map<String, String> texts =
        published.values().stream().collect(Collectors.toMap(Version::path, Version::text));
    Content now = read(texts);
    texts.put(draft.path(), draft.text());
    return replay.of(talks, now, read(texts), SHOWN);
  }

  /// What does not stand in files, such as imported regions, is as it is now.
  private Content read(Map<String, String> over) {
    return YamlContent.load(plain.config(), over).content().within(plain.now().get().places());
  }
}
