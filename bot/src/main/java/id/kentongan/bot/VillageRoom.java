package id.kentongan.bot;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.village.VillageRecords;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.villages.PostgresVillages;
import id.kentongan.integrations.postgres.villages.Regions;
import java.nio.file.Path;
import java.time.LocalDate;

/// The regions, and what is told of them.
final class VillageRoom {
  private VillageRoom() {}

  /// Where there are no regions yet, takes the sample ones of `home`, with invented `figures` if
  /// wanted.
  static void begin(Base base, Path home, boolean figures) {
    var zone = base.content().rules().zone();
    LocalDate today = LocalDate.ofInstant(base.clock().instant(), zone);
    try (var sample = CsvTable.open(home.resolve("config/regions.csv"))) {
      new Regions(base.database()).begin(sample, figures, today).await();
    }
  }

  static Records over(Base base, Records records, DrawingRoom room, String publicUrl) {
    var villages = new PostgresVillages(base.database(), PostgresVillages.LEAST_TOLD);
    return new VillageRecords(records, villages, room, base.said(), publicUrl);
  }
}
