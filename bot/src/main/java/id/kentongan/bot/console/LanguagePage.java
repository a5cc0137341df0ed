package id.kentongan.bot.console;

import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.content.Teaching;
import id.kentongan.integrations.postgres.learning.Lessons;
import id.kentongan.integrations.postgres.learning.ReviewLabels;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/console/bahasa`: messages that were not understood, one key to say what each means, then
/// train, compare and publish. Training goes on behind the page, which asks for what came of it.
final class LanguagePage implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(LanguagePage.class);
  private static final String PATH = "/bahasa";
  private static final int NEXT = 12;

  private final Path config;
  private final ReviewLabels labels;
  private final Lessons lessons;
  private final Vertx vertx;
  private volatile @Nullable Future<SortedSet<String>> known;

  LanguagePage(Path config, ReviewLabels labels, Lessons lessons, Vertx vertx) {
    this.config = config;
    this.labels = labels;
    this.lessons = lessons;
    this.vertx = vertx;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.LANGUAGE, this::show),
        Address.get(PATH + "/pelajaran", Permission.LANGUAGE, this::lesson),
        Address.post(PATH + "/label", Permission.LANGUAGE, this::label),
        Address.post(PATH + "/bandingkan", Permission.LANGUAGE, this::compare),
        Address.post(PATH + "/terbit", Permission.LANGUAGE, this::publish));
  }

  private Future<Reply> show(Visit visit) {
    return labels
        .queue(NEXT)
        .compose(
            queue ->
                Future.all(intents(), lessons.last())
                    .map(
                        both -> {
                          var model = new HashMap<String, Object>();
                          model.put("queue", queue);
                          model.put("intents", both.resultAt(0));
                          model.put("told", visit.query("hasil"));
                          model.putAll(told(both.resultAt(1)));
                          return Reply.shown("language", model);
                        }));
  }

  /// The part of the page that tells of the training.
  private Future<Reply> lesson(Visit visit) {
    return lessons.last().map(last -> Reply.shown("language-lesson", told(last)));
  }

  private static Map<String, Object> told(Optional<Lessons.Lesson> last) {
    var model = new HashMap<String, Object>();
    model.put("lesson", last.map(LanguagePage::state).orElse("NONE"));
    last.ifPresent(lesson -> model.put("last", lesson));
    last.map(Lessons.Lesson::compared)
        .ifPresent(compared -> model.put("compared", new JsonObject(compared).getMap()));
    return model;
  }

  private static String state(Lessons.Lesson lesson) {
    if (lesson.ended() == null) {
      return "RUNNING";
    }
    return lesson.compared() == null ? "FAILED" : "LEARNT";
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
    return lessons
        .begin(visit.name())
        .map(
            begun -> {
              begun.ifPresent(this::teach);
              return new Reply.See("/console" + PATH + "#ajarkan");
            });
  }

  /// why: it outlives the request, so that what goes wrong is told here.
  private void teach(long lesson) {
    Future.all(labels.labelled(), labels.published(), labels.recent())
        .compose(
            all ->
                vertx.executeBlocking(
                    () -> {
                      var teaching = teaching();
                      EarModel next = teaching.train(all.resultAt(0));
                      var compared = teaching.compare(all.resultAt(1), next, all.resultAt(2));
                      return new Learnt(Buffer.buffer(next.write()), json(compared));
                    },
                    false))
        .compose(learnt -> lessons.learnt(lesson, learnt.model().getBytes(), learnt.compared()))
        .onFailure(
            error -> {
              LOG.atError().setCause(error).log("the language was not learnt");
              lessons.failed(lesson);
            });
  }

  private record Learnt(Buffer model, String compared) {}

  private static String json(Teaching.Compared compared) {
    var changes = new JsonArray();
    for (Teaching.Change change : compared.changes()) {
      changes.add(
          new JsonObject()
              .put("text", change.text())
              .put("before", change.before())
              .put("after", change.after()));
    }
    return new JsonObject()
        .put("lines", compared.lines())
        .put("before", compared.before())
        .put("after", compared.after())
        .put("changes", changes)
        .encode();
  }

  private Future<Reply> publish(Visit visit) {
    String number = visit.field("lesson");
    return lessons
        .publish(visit.name(), number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1)
        .map(
            done ->
                new Reply.See(
                    "/console" + PATH + "?hasil=" + (done ? "terbit" : "latih") + "#ajarkan"));
  }
}
