package id.kentongan.bot;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.content.RegionPlaces;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.villages.Regions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The villages in use: those that an operator imported, taken up without a restart; until there
/// are any, the content's own.
final class LivePlaces {
  private static final Logger LOG = LoggerFactory.getLogger(LivePlaces.class);

  private final Vertx vertx;
  private final Regions regions;
  private volatile Known known = new Known("", Optional.empty());

  LivePlaces(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.regions = new Regions(database);
  }

  /// What was read after the import of that name.
  private record Known(String imports, Optional<RegionPlaces> places) {}

  /// The name of the last import, which is taken up first; empty when there never was one.
  Future<String> look(Content content) {
    return regions
        .imports()
        .compose(
            imports ->
                imports.equals(known.imports())
                    ? Future.succeededFuture(imports)
                    : regions
                        .imported()
                        .compose(all -> vertx.executeBlocking(() -> known(imports, all, content))));
  }

  private String known(String imports, List<Region> all, Content content) {
    known = new Known(imports, Optional.of(RegionPlaces.of(all, content.rules(), content.words())));
    LOG.info("{} imported regions are known", all.size());
    return imports;
  }

  /// The content with the villages that are known now.
  Content in(Content content) {
    return known.places().map(content::within).orElse(content);
  }
}
