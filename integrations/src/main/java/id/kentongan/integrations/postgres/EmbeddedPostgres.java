package id.kentongan.integrations.postgres;

import id.kentongan.integrations.stores.Account;
import id.kentongan.integrations.stores.Child;
import id.kentongan.integrations.stores.Commands;
import id.kentongan.integrations.stores.Kept;
import id.kentongan.integrations.stores.Place;
import id.kentongan.integrations.stores.Programs;
import id.kentongan.integrations.stores.Ready;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real PostgreSQL 18 of our own on loopback, its data under the data folder and kept across
/// restarts.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String VERSION = "18.6";
  private static final String USER = "kentongan";

  private final Place place;
  private final Child child;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Place place, Child child, int port, String password) {
    this.place = place;
    this.child = child;
    this.port = port;
    this.password = password;
  }

  /// Starts it under the account that this machine allows, and waits until it answers. `fsync`:
  /// each commit is on the disk before it is confirmed; without, a test is faster.
  public static EmbeddedPostgres start(Path data, boolean fsync) {
    return start(Place.of(data, "postgres", Account.find()), fsync);
  }

  static EmbeddedPostgres start(Place place, boolean fsync) {
    // why no method reference: it would load the unpacker at every start (see the bot's
    // StartCache).
    Path bin =
        Programs.unpacked(
                place.programs(), "postgres-" + VERSION, folder -> PostgresArchive.unpack(folder))
            .resolve("bin");
    String password = Kept.password(place.folder().resolve("password"));
    Path files = place.folder().resolve("data");
    if (!Files.isDirectory(files)) {
      create(place, bin, files, password);
    }
    int port = Kept.port(place.folder().resolve("port"));
    var postgres =
        new EmbeddedPostgres(
            place,
            new Child("postgres", place.folder(), command(place, bin, files, port, fsync)),
            port,
            password);
    Ready.await("PostgreSQL", postgres.child, postgres::answers);
    return postgres;
  }

  /// The one that another process started on this data folder, if it answers.
  public static Optional<DatabaseUrl> running(Path data) {
    return Place.made(data, "postgres")
        .filter(folder -> Files.exists(folder.resolve("port")))
        .flatMap(EmbeddedPostgres::answering);
  }

  private static Optional<DatabaseUrl> answering(Path folder) {
    try {
      String port = Files.readString(folder.resolve("port")).strip();
      String password = Kept.password(folder.resolve("password"));
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
      DriverManager.getConnection(url, USER, password).close();
      return Optional.of(new DatabaseUrl(url, USER, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException none) {
      return Optional.empty();
    }
  }

  /// `jdbc:postgresql://` of a database, without user and password.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /// Where its files are.
  public Path folder() {
    return place.folder();
  }

  /// As [Child#trouble] has it.
  public Optional<String> trouble() {
    return child.trouble();
  }

  @Override
  public void close() {
    child.close();
  }

  private static List<String> command(Place place, Path bin, Path files, int port, boolean fsync) {
    var command = new ArrayList<>(List.of(bin.resolve("postgres").toString()));
    command.addAll(List.of("-D", files.toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "log_min_messages=warning",
            // why: a new gateway's tables grow a thousandfold in a minute, the default between two
            // counts, and statements are planned by what was counted last.
            "autovacuum_naptime=10s",
            // why: until they were counted, tables of a few hundred rows would be read from end to
            // end for each row that is wanted.
            "random_page_cost=1.1",
            "fsync=" + (fsync ? "on" : "off"),
            "synchronous_commit=" + (fsync ? "on" : "off"))) {
      command.addAll(List.of("-c", setting));
    }
    return place.account().wrap(command);
  }

  /// Makes an empty cluster, whole or not at all.
  private static void create(Place place, Path bin, Path files, String password) {
    Path fresh = place.folder().resolve("data.new");
    Path secret = place.folder().resolve("password.new");
    try {
      if (Files.exists(fresh)) {
        Programs.remove(fresh);
      }
      Kept.write(secret, password);
      place.account().take(secret);
      var command = new ArrayList<>(List.of(bin.resolve("initdb").toString()));
      command.addAll(List.of("-D", fresh.toString(), "-U", USER, "--pwfile", secret.toString()));
      command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
      command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      Commands.run(place.account().wrap(command));
      Files.move(fresh, files);
      Files.delete(secret);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a database in " + files, e);
    }
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
