package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.crypto.KeyFile;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.PostgresRewrap;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisRewrap;
import io.lettuce.core.RedisException;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;

/// Changes the master key in three steps, between which every node is restarted with the key file
/// as it is then: a new key is made that opens; it wraps, and all keys are wrapped anew; the old
/// one goes. A step that was broken off is done again.
public final class Rotation {
  private final Settings settings;
  private final Path file;

  public Rotation(Settings settings) {
    this.settings = settings;
    this.file = Base.keyFile(settings);
  }

  /// Does the next step; gives what the operator is told. Blocks.
  public String step() {
    KeyFile keys = KeyFile.read(file);
    if (keys.also().isEmpty()) {
      keys.prepared(new SecureRandom()).write(file);
      return "1 of 3: a new key is made. It opens, and does not wrap yet.\n" + restart();
    }
    return OwnDatabase.with(settings, (database, master) -> wrap(database, keys));
  }

  private String wrap(Database database, KeyFile keys) {
    String stands = new PostgresRewrap(database, keys.master()).fingerprint();
    boolean turns = keys.master().fingerprint().equals(stands);
    KeyFile now = turns ? keys.turned() : keys;
    now.write(file);
    var postgres = new PostgresRewrap(database, now.master());
    long rows = postgres.all();
    RedisRewrap.Done redis = redis(now.master());
    String wrapped =
        "Wrapped anew: %d keys in PostgreSQL, %d in Redis.\n"
            .formatted(rows, redis.conversations());
    if (turns) {
      return wrapped + "2 of 3: the new key wraps.\n" + restart();
    }
    if (rows > 0 || !redis.nothing()) {
      return wrapped + left(redis) + "\nNot done yet: run this again.";
    }
    postgres.claim();
    now.finished().write(file);
    return "3 of 3: done. The old key opens nothing any more but backups from before.\n"
        + "Give the key file "
        + file
        + " to every node; a restart is not needed.";
  }

  private String restart() {
    return "Give the key file " + file + " to every node, restart them all, and run this again.";
  }

  private static String left(RedisRewrap.Done redis) {
    return redis.waiting() + redis.deadLetters() == 0
        ? "Some were still wrapped by the old key: is every node restarted?"
        : "%d messages wait and %d dead letters lie under the old key: replay or drop those."
            .formatted(redis.waiting(), redis.deadLetters());
  }

  private RedisRewrap.Done redis(MasterKey master) {
    Vertx vertx = Vertx.vertx();
    try (var redis = RedisFunctions.open(vertx, DeadLetterCall.address(settings)).await()) {
      return new RedisRewrap(redis, master).all();
    } catch (RedisException e) {
      throw new Refused("Redis cannot be reached: " + e.getMessage());
    } finally {
      vertx.close().await();
    }
  }
}
