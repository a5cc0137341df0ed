package id.kentongan.bot;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Mind in use: it takes up content that officers published and villages that an operator
/// imported, without a restart. A message in hand is answered by the one that it began with.
/// Content with faults is left alone.
final class LiveMind implements Mind, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveMind.class);

  private final Vertx vertx;
  private final ContentVersions versions;
  private final Path config;
  private final UnaryOperator<Content> completed;
  private final LivePlaces places;
  private final long timer;
  private volatile Content content;
  private volatile Mind mind;
  private volatile long known;
  private volatile String villages = "";

  /// Where content comes from beside the files in `config`: what was published and imported; and
  /// `completed`, which fits what was read to this deployment.
  record Sources(
      ContentVersions versions, Path config, LivePlaces places, UnaryOperator<Content> completed) {}

  /// Begins with `first`, which is of the files; looks for newer content at every interval.
  LiveMind(Vertx vertx, Sources sources, Content first, Duration every) {
    this.vertx = vertx;
    this.versions = sources.versions();
    this.config = sources.config();
    this.places = sources.places();
    this.completed = sources.completed();
    this.content = first;
    this.mind = new DialogMind(first);
    look().await();
    this.timer = vertx.setPeriodic(every.toMillis(), due -> look());
  }

  /// What is said now.
  Content content() {
    return content;
  }

  @Override
  public Step step(Turn turn, Event event) {
    return mind.step(turn, event);
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }

  private Future<Void> look() {
    return places
        .look(content)
        .compose(
            imports ->
                versions
                    .place()
                    .compose(
                        place ->
                            place == known
                                ? Future.succeededFuture(Optional.<Content>empty())
                                : published(place))
                    .map(
                        read -> {
                          if (read.isPresent() || !imports.equals(villages)) {
                            speak(places.in(read.orElse(content)));
                            villages = imports;
                          }
                          return (Void) null;
                        }))
        .recover(
            lost -> {
              LOG.warn("looking for published content waits: {}", lost.toString());
              return Future.succeededFuture();
            });
  }

  private void speak(Content newer) {
    content = newer;
    mind = new DialogMind(newer);
  }

  /// What was published; nothing where that has faults.
  private Future<Optional<Content>> published(long place) {
    return versions
        .published()
        .compose(published -> vertx.executeBlocking(() -> read(published)))
        .map(
            loaded -> {
              known = place;
              if (loaded.sound()) {
                LOG.info("speaking by published content {}", place);
                return Optional.of(completed.apply(loaded.content()));
              }
              LOG.error("published content {} has {} faults", place, loaded.faults().size());
              return Optional.empty();
            });
  }

  private Loaded read(Map<String, ContentVersions.Version> published) {
    return YamlContent.load(
        config,
        published.values().stream()
            .collect(
                Collectors.toMap(ContentVersions.Version::path, ContentVersions.Version::text)));
  }
}
