package id.kentongan.bot.console;

import id.kentongan.bot.village.CertificatePage;
import id.kentongan.bot.village.CoverageDrawing;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.integrations.postgres.batches.Batches;
import id.kentongan.integrations.postgres.batches.SponsorshipDesk;
import id.kentongan.integrations.postgres.batches.SponsorshipFiles;
import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.payments.PaymentReviews;
import id.kentongan.integrations.postgres.payments.Payments;
import id.kentongan.integrations.postgres.villages.PostgresVillages;
import id.kentongan.integrations.postgres.villages.VillageCertificates;
import java.time.YearMonth;
import java.util.List;

/// The pages about villages and their money.
final class VillagePages {
  private VillagePages() {}

  static List<Page> of(Console.House house) {
    var database = house.database();
    var key = house.key();
    var content = house.content().get();
    var time = new Batches.Time(house.clock(), content.rules().zone());
    var reach = new Reach(new Hearing(database), house.asked().template(), house.clock());
    var villages = new PostgresVillages(database, PostgresVillages.LEAST_TOLD);
    return List.of(
        new CoveragePage(
            house.vertx(),
            villages,
            new VillageCertificates(database, key, time),
            new CoveragePage.Paper(
                new CoverageDrawing(content.words()),
                new CertificatePage(
                    content.words(), content.rules().zone(), house.asked().publicUrl()),
                new CategoryWords(content.words())),
            () -> YearMonth.from(house.clock().instant().atZone(content.rules().zone()))),
        new SponsorshipsPage(
            new SponsorshipFiles(database, key, time),
            new SponsorshipDesk(database, key, time),
            reach,
            house.content()),
        new PaymentsPage(
            new PaymentReviews(
                database,
                key,
                () -> house.content().get().tariffs(),
                house.asked().own(),
                new Payments.Time(house.clock(), content.rules().zone())),
            reach));
  }
}
