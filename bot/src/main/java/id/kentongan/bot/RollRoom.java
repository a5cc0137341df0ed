package id.kentongan.bot;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.roll.PlatformFiles;
import id.kentongan.bot.roll.RollReading;
import id.kentongan.bot.roll.RollRecords;
import id.kentongan.bot.roll.RollSheets;
import id.kentongan.bot.roll.SponsorRecords;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.postgres.batches.Batches;
import id.kentongan.integrations.postgres.batches.SponsorshipRun;
import id.kentongan.integrations.postgres.batches.Sponsorships;
import java.util.Map;

/// Lists of people that agents send.
final class RollRoom {
  private RollRoom() {}

  static Batches batches(Base base, Core core) {
    return new Batches(base.database(), base.key(), core, base.tariffs(), time(base));
  }

  /// Enrols the people of lists whose payment by the village was approved.
  static SponsorshipRun sponsored(Base base, Core core) {
    return new SponsorshipRun(base.database(), base.key(), core, base.tariffs(), time(base));
  }

  private static Batches.Time time(Base base) {
    return new Batches.Time(base.clock(), base.content().rules().zone());
  }

  static Records over(
      Base base,
      Batches batches,
      Records records,
      DrawingRoom room,
      Map<String, Channel> channels) {
    var paper =
        new RollRecords.Paper(
            new RollReading(base.said(), base.clock()),
            new RollSheets(() -> base.content().words()));
    var sponsored =
        new SponsorRecords(
            records, new Sponsorships(base.database(), base.key(), base.tariffs(), time(base)));
    return new RollRecords(
        base.vertx(), sponsored, batches, room, paper, new PlatformFiles(channels));
  }
}
