package id.kentongan.bot;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.village.VillageRecords;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.content.RegionPlaces;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.villages.PostgresVillages;
import id.kentongan.integrations.postgres.villages.Regions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// The regions, and what is told of them.
final class VillageRoom {
  private VillageRoom() {}

  /// The same base with the regions that an operator imported; where none ever were, the sample
  /// ones of `home`, with invented `figures` if wanted.
  static Base open(Base base, Path home, boolean figures) {
    var regions = new Regions(base.database());
    var zone = base.content().rules().zone();
    LocalDate today = LocalDate.ofInstant(base.clock().instant(), zone);
    try (var sample = CsvTable.open(home.resolve("config/regions.csv"))) {
      regions.begin(sample, figures, today).await();
    }
    List<Region> imported = regions.imported().await();
    if (imported.isEmpty()) {
      return base;
    }
    Content known = known(base.content(), imported);
    return base.with(() -> known);
  }

  private static Content known(Content c, List<Region> regions) {
    return c.within(RegionPlaces.of(regions, c.rules()));
  }

  static Records over(Base base, Records records, DrawingRoom room, String publicUrl) {
    var villages = new PostgresVillages(base.database(), PostgresVillages.LEAST_TOLD);
    return new VillageRecords(records, villages, room, base.said(), publicUrl);
  }
}
