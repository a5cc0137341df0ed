package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.Batches;
import id.kentongan.integrations.postgres.PaymentReviews;
import id.kentongan.integrations.postgres.Payments;
import id.kentongan.integrations.postgres.SponsorshipDesk;
import id.kentongan.integrations.postgres.SponsorshipFiles;
import java.util.List;

/// The pages about villages and their money.
final class VillagePages {
  private VillagePages() {}

  static List<Page> of(Console.House house) {
    var database = house.database();
    var key = house.key();
    var content = house.content().get();
    var time = new Batches.Time(house.clock(), content.rules().zone());
    return List.of(
        new SponsorshipsPage(
            new SponsorshipFiles(database, key, time),
            new SponsorshipDesk(database, key, time),
            content),
        new PaymentsPage(
            new PaymentReviews(
                database,
                key,
                content.tariffs(),
                house.asked().own(),
                new Payments.Time(house.clock(), content.rules().zone()))));
  }
}
