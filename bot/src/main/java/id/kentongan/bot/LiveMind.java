package id.kentongan.bot;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.ContentVersions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Mind in use: it takes up content that officers published, without a restart. A message in
/// hand is answered by the one that it began with. Content with faults is left alone.
final class LiveMind implements Mind, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveMind.class);

  private final Vertx vertx;
  private final ContentVersions versions;
  private final Path config;
  private final UnaryOperator<Content> completed;
  private final long timer;
  private volatile Content content;
  private volatile Mind mind;
  private volatile long known;

  /// Begins with `first`, which is of the files in `config`; looks for newer content at every
  /// interval. `completed` adds to content that was read what does not stand in files.
  LiveMind(
      Vertx vertx,
      ContentVersions versions,
      Path config,
      Content first,
      UnaryOperator<Content> completed,
      Duration every) {
    this.vertx = vertx;
    this.versions = versions;
    this.config = config;
    this.completed = completed;
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
    return versions
        .place()
        .compose(place -> place == known ? Future.succeededFuture() : takeUp(place))
        .recover(
            lost -> {
              LOG.warn("looking for published content waits: {}", lost.toString());
              return Future.succeededFuture();
            });
  }

  private Future<Void> takeUp(long place) {
    return versions
        .published()
        .compose(published -> vertx.executeBlocking(() -> read(published)))
        .map(
            loaded -> {
              known = place;
              if (loaded.sound()) {
                content = completed.apply(loaded.content());
                mind = new DialogMind(content);
                LOG.info("speaking by published content {}", place);
              } else {
                LOG.error("published content {} has {} faults", place, loaded.faults().size());
              }
              return null;
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
