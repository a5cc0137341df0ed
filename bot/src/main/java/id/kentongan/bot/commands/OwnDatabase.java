package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The database for a command: the one of the settings, else the gateway's own, which is started
/// for as long as the command takes when the gateway does not run.
final class OwnDatabase {
  private OwnDatabase() {}

  static <T> T with(Settings settings, BiFunction<Database, MasterKey, T> work) {
    MasterKey key = Base.key(settings);
    Optional<DatabaseUrl> there =
        settings
            .stores()
            .database()
            .map(Base::database)
            .or(() -> EmbeddedPostgres.running(settings.dataDir()));
    try (var started = there.isPresent() ? null : EmbeddedPostgres.start(settings.dataDir(), true);
        var database = Database.start(there.orElseGet(() -> url(started)), key)) {
      return work.apply(database, key);
    }
  }

  private static DatabaseUrl url(@Nullable EmbeddedPostgres own) {
    if (own == null) {
      throw new IllegalStateException("neither a running database nor one of our own");
    }
    return new DatabaseUrl(own.jdbcUrl("postgres"), own.user(), own.password());
  }
}
