package id.kentongan.bot.backup;

import id.kentongan.bot.Base;
import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.BackupParts;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.PostgresBackup;
import id.kentongan.integrations.postgres.PostgresRestore;
import id.kentongan.integrations.redis.RedisBackup;
import id.kentongan.integrations.redis.RedisRestore;
import id.kentongan.integrations.stores.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Copies both stores into a file beside running gateways, and puts a file back into empty stores.
public final class Backups {
  private final Settings settings;
  private final InstantSource clock;

  public Backups(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// What a backup holds; `key` is the fingerprint of the master key, which is not in it.
  public record Made(String key, RedisBackup.Copied redis, int tables, long rows) {}

  /// What was put back.
  public record Back(RedisRestore.Restored redis, int tables, long rows) {}

  /// Writes the file, which must not be there yet. Blocks.
  public Made write(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new Refused(file + " is there already; a backup is never written over another.");
    }
    if (!Files.isDirectory(file.toAbsolutePath().resolveSibling("."))) {
      throw new Refused("There is no folder for " + file + ": make it first.");
    }
    boolean own = settings.stores().redis().isEmpty() && settings.stores().database().isEmpty();
    if (own && Place.made(settings.dataDir(), "redis").isEmpty()) {
      throw new Refused("No gateway has run on " + settings.dataDir() + ": nothing to copy.");
    }
    try (var stores = new OpenStores(settings)) {
      return BackupFile.write(
          file,
          out -> {
            Instant began = clock.instant();
            // why first: what an effect did after this is in the records, which know its id, and it
            // does nothing when it comes again; the other way round it would be lost.
            var redis = new RedisBackup(stores.redis()).write(out);
            var tables = new PostgresBackup(stores.database()).write(out);
            var made = new Made(tables.key(), redis, tables.tables().size(), tables.rows());
            var manifest = new Manifest(Manifest.FORMAT, began.toString(), tables.key());
            return new BackupFile.Filled<>(manifest, made);
          });
    }
  }

  /// Puts the file back, or refuses and changes nothing. Blocks.
  public Back restore(Path file) throws IOException {
    // why before anything is made: a new key would open nothing of this
    MasterKey key = MasterKey.load(Base.keyFile(settings));
    return BackupFile.read(
        file,
        (manifest, in) -> {
          key.mustMatch(manifest.key());
          try (var stores = new OpenStores(settings)) {
            return restore(stores, key, Instant.parse(manifest.redisCopied()), in);
          }
        });
  }

  private Back restore(OpenStores stores, MasterKey key, Instant copied, BackupParts.In in)
      throws IOException {
    var database = new PostgresRestore(stores.database());
    var contents = PostgresRestore.contents(in);
    if (!database.empty()) {
      throw new Refused("The database has tables already: restore into an empty one.");
    }
    if (!new RedisBackup(stores.redis()).empty()) {
      throw new Refused("Redis holds conversations already: restore into an empty one.");
    }
    List<String> unknown = database.unknown(contents);
    if (!unknown.isEmpty()) {
      throw new Refused(
          "The backup is of a newer program (migrations " + unknown + "): restore it with that.");
    }
    Instant now = clock.instant();
    var oldest = now.minus(settings.upkeep().restoreSends());
    var redis =
        database.read(
            in, copied, () -> new RedisRestore(stores.redis(), key, now, oldest).read(in));
    return new Back(redis, contents.tables().size(), contents.rows());
  }
}
