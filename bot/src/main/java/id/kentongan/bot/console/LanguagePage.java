package id.kentongan.bot.console;

import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.content.Teaching;
import id.kentongan.integrations.postgres.ReviewLabels;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// `/console/bahasa`: messages that were not understood, labelled with one key; a model trained on
/// the labels is compared with the one in use, and published to all nodes.
final class LanguagePage implements Page {
  private static final String PATH = "/bahasa";
  private static final int NEXT = 10;

  private final Path config;
  private final ReviewLabels labels;
  private final Vertx vertx;
  private volatile @Nullable Future<SortedSet<String>> known;

  LanguagePage(Path config, ReviewLabels labels, Vertx vertx) {
    this.config = config;
    this.labels = labels;
    this.vertx = vertx;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.LANGUAGE, this::show),
        Address.post(PATH + "/label", Permission.LANGUAGE, this::label),
        Address.post(PATH + "/bandingkan", Permission.LANGUAGE, this::compare),
        Address.post(PATH + "/terbit", Permission.LANGUAGE, this::publish));
  }

  private Future<Reply> show(Visit visit) {
    return labels
        .queue(NEXT)
        .compose(
            queue ->
                intents()
                    .map(
                        intents -> {
                          var model = new HashMap<String, Object>();
                          model.put("queue", queue);
                          model.put("intents", intents);
                          model.put("told", visit.query("hasil"));
                          return Reply.shown("language", model);
                        }));
  }

  /// why: the corpus is read from the disk, and its intents change with the program only.
  private Future<SortedSet<String>> intents() {
    Future<SortedSet<String>> read = known;
    if (read == null || read.failed()) {
      read = vertx.executeBlocking(() -> teaching().intents(), false);
      known = read;
    }
    return read;
  }

  private Teaching teaching() {
    return new Teaching(new EarFiles(config));
  }

  private Future<Reply> label(Visit visit) {
    String intent = visit.field("intent");
    return intents()
        .compose(
            intents ->
                intent.isEmpty() || intents.contains(intent)
                    ? labels.label(visit.name(), visit.field("text"), intent)
                    : Future.succeededFuture(false))
        .map(done -> done ? new Reply.See("/console" + PATH) : Reply.missing());
  }

  private Future<Reply> compare(Visit visit) {
    return labels
        .labelled()
        .compose(
            lines ->
                Future.all(labels.published(), labels.recent())
                    .compose(
                        both ->
                            vertx.executeBlocking(
                                () -> {
                                  var teaching = teaching();
                                  return teaching.compare(
                                      both.resultAt(0), teaching.train(lines), both.resultAt(1));
                                })))
        .map(
            compared -> {
              var model = new HashMap<String, Object>();
              model.put("compared", compared);
              return Reply.shown("language-compared", model);
            });
  }

  private Future<Reply> publish(Visit visit) {
    return labels
        .labelled()
        .compose(lines -> vertx.executeBlocking(() -> teaching().train(lines).write()))
        .compose(model -> labels.publish(visit.name(), model))
        .map(id -> new Reply.See("/console" + PATH + "?hasil=terbit"));
  }
}
