package id.kentongan.bot;

import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Where Redis and PostgreSQL are: the operator's own, or embedded ones that live as long as the
/// program. `notes` is what the operator must be told of them.
public record Stores(
    Settings.Redis redis, Settings.Database database, List<String> notes, Silence silence) {
  /// What is known of a store that does not answer: nothing of the operator's own.
  record Silence(Supplier<Optional<String>> redis, Supplier<Optional<String>> database) {}

  /// Starts the embedded ones side by side; those named in the settings are left alone.
  static Stores open(Settings settings, Lifetime lifetime) {
    Path data = settings.dataDir();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var redis = CompletableFuture.supplyAsync(() -> redis(settings, lifetime), threads);
      var database = CompletableFuture.supplyAsync(() -> postgres(settings, lifetime), threads);
      return new Stores(
          redis.join().address(),
          database.join().address(),
          database.join().notes(),
          new Silence(redis.join().silence(), database.join().silence()));
    } catch (CompletionException e) {
      throw new Refused("The stores in " + data + " did not start: " + e.getCause());
    }
  }

  private record Opened<T>(T address, List<String> notes, Supplier<Optional<String>> silence) {
    static <T> Opened<T> theirs(T address) {
      return new Opened<>(address, List.of(), Optional::empty);
    }
  }

  private static Opened<Settings.Redis> redis(Settings settings, Lifetime lifetime) {
    Supplier<Opened<Settings.Redis>> embedded =
        () -> {
          var redis = lifetime.add(EmbeddedRedis.start(settings.dataDir(), true));
          var address = new Settings.Redis(new Secret(redis.uri()));
          return new Opened<>(address, List.of(), redis::trouble);
        };
    return settings.stores().redis().map(Opened::theirs).orElseGet(embedded);
  }

  private static Opened<Settings.Database> postgres(Settings settings, Lifetime lifetime) {
    Supplier<Opened<Settings.Database>> embedded =
        () -> {
          var postgres = lifetime.add(EmbeddedPostgres.start(settings.dataDir(), true));
          var address =
              new Settings.Database(
                  new Secret(postgres.jdbcUrl("postgres")),
                  Optional.of(postgres.user()),
                  Optional.of(new Secret(postgres.password())));
          var notes = notes(settings.dataDir(), postgres.folder());
          return new Opened<>(address, notes, postgres::trouble);
        };
    return settings.stores().database().map(Opened::theirs).orElseGet(embedded);
  }

  private static List<String> notes(Path data, Path folder) {
    return folder.startsWith(data)
        ? List.of()
        : List.of("PostgreSQL keeps its files in " + folder + ": it cannot reach " + data);
  }
}
