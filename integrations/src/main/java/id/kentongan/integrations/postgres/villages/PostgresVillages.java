package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import id.kentongan.integrations.Villages;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Villages from the records; counts under `least` are not told.
public final class PostgresVillages implements Villages {
  /// Fewer people than these are never told apart.
  public static final int LEAST_TOLD = 5;

  private static final int VILLAGE = 13;

  /// How much better the first must fit to be plainly the one meant.
  private static final double PLAINLY = 0.15;

  private static final double LEAST_FIT = 1.2;
  private static final double EXACT = 1.999;

  private final Database database;
  private final int least;
  private final RegionSearch search = new RegionSearch();

  public PostgresVillages(Database database, int least) {
    this.database = database;
    this.least = least;
  }

  @Override
  public Future<List<Area>> find(String name, int level, int most) {
    List<String> words = Region.words(name);
    if (words.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return database.transact(
        handle -> plainly(search.find(handle, words, level, 20)).stream().limit(most).toList());
  }

  private static List<Area> plainly(List<RegionSearch.Hit> hits) {
    if (hits.isEmpty() || hits.getFirst().fit() < LEAST_FIT) {
      return List.of();
    }
    double best = hits.getFirst().fit();
    double near = best > EXACT ? EXACT : best - PLAINLY;
    return hits.stream()
        .filter(hit -> hit.fit() >= near)
        .map(hit -> new Area(hit.region().code(), hit.region().name(), hit.above()))
        .distinct()
        .toList();
  }

  @Override
  public Future<Optional<AreaCoverage>> coverage(String code, YearMonth month) {
    return database.transact(
        handle -> new Coverages(handle, month).of(code).map(c -> c.published(least)));
  }

  @Override
  public Future<Optional<Certificate>> certificate(String village) {
    return database.transact(handle -> Certificates.standing(handle, village));
  }

  @Override
  public Future<List<Village>> villages(String code, YearMonth month) {
    return database.transact(
        handle ->
            new Coverages(handle, month)
                .places(code, VILLAGE).stream()
                    .map(row -> new Village(row.place().told(least), row.district(), row.regency()))
                    .toList());
  }
}
