package id.kentongan.bot;

import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.core.CoreAccess;
import id.kentongan.integrations.core.HttpCore;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.sample.SampleData;
import java.net.URI;
import java.util.List;

/// The records and the core behind them; with invented people to try where the database is ours.
record Registry(
    Records records,
    Core core,
    List<SampleData.Account> samples,
    List<SampleData.AgentAccount> agents) {
  static Registry open(Base base, Settings settings, Lifetime lifetime) {
    boolean withSamples = settings.stores().database().isEmpty();
    Core core = core(base, settings, lifetime);
    var zone = base.content().rules().zone();
    var records =
        new PostgresRecords(
            base.database(), base.key(), core, base.clock(), base.content().offices(), zone);
    if (!withSamples) {
      return new Registry(records, core, List.of(), List.of());
    }
    var samples = new SampleData(base.database(), base.key(), base.clock(), zone);
    return new Registry(records, core, samples.load().await(), samples.agents());
  }

  /// The authority's own system where one is set, else the gateway's own registry.
  private static Core core(Base base, Settings settings, Lifetime lifetime) {
    return settings
        .core()
        .<Core>map(set -> lifetime.add(new HttpCore(base.vertx(), access(set))))
        .orElseGet(() -> new PostgresRegistry(base.database(), base.key()));
  }

  private static CoreAccess access(Settings.Core set) {
    return CoreAccess.of(URI.create(set.apiUrl()), set.apiKey().map(Secret::reveal));
  }
}
