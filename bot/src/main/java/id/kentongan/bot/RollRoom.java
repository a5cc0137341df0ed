package id.kentongan.bot;

import id.kentongan.bot.roll.PlatformFiles;
import id.kentongan.bot.roll.RollReading;
import id.kentongan.bot.roll.RollRecords;
import id.kentongan.bot.roll.RollSheets;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.postgres.Batches;
import java.util.Map;

/// Lists of people that agents send.
final class RollRoom {
  private RollRoom() {}

  static Batches batches(Base base, Core core) {
    var time = new Batches.Time(base.clock(), base.content().rules().zone());
    return new Batches(base.database(), base.key(), core, base.content().tariffs(), time);
  }

  static Records over(
      Base base, Batches batches, Records records, Files files, Map<String, Channel> channels) {
    var paper =
        new RollRecords.Paper(
            new RollReading(base.content(), base.clock()), new RollSheets(base.content().words()));
    return new RollRecords(
        base.vertx(), records, batches, files, paper, new PlatformFiles(channels), base.clock());
  }
}
