package id.kentongan.bot;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.postgres.OfficeHours;
import id.kentongan.integrations.postgres.PostgresRecords;
import id.kentongan.integrations.postgres.PostgresRegistry;
import id.kentongan.integrations.postgres.SampleData;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The records and the core behind them; with invented people to try where the database is ours.
record Registry(Records records, List<SampleData.Account> samples) {
  private static final Duration ANSWERED_WITHIN = Duration.ofHours(4);

  static Registry open(Base base, boolean withSamples) {
    Core core = new PostgresRegistry(base.database(), base.key());
    Offices offices = base.content().offices();
    var records =
        new PostgresRecords(
            base.database(),
            base.key(),
            core,
            base.clock(),
            hours(offices, base),
            offices.branch());
    var zone = base.content().rules().zone();
    return new Registry(
        records,
        withSamples
            ? new SampleData(base.database(), base.key(), base.clock(), zone).load().await()
            : List.of());
  }

  /// The hours that all open days have in common.
  private static OfficeHours hours(Offices offices, Base base) {
    Collection<Offices.Hours> days = offices.hours().values();
    LocalTime opens =
        days.stream().map(Offices.Hours::open).max(Comparator.naturalOrder()).orElseThrow();
    LocalTime closes =
        days.stream().map(Offices.Hours::close).min(Comparator.naturalOrder()).orElseThrow();
    return new OfficeHours(
        offices.hours().keySet(),
        opens,
        closes,
        offices.holidays().keySet(),
        ANSWERED_WITHIN,
        base.content().rules().zone());
  }
}
