package id.kentongan.integrations.redis;

import id.kentongan.integrations.stores.Account;
import id.kentongan.integrations.stores.Child;
import id.kentongan.integrations.stores.Kept;
import id.kentongan.integrations.stores.Place;
import id.kentongan.integrations.stores.Programs;
import id.kentongan.integrations.stores.Ready;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A real Redis of our own on loopback, its data under the data folder and kept across restarts.
public final class EmbeddedRedis implements AutoCloseable {
  private static final String VERSION = "7.0.15";

  private final Child child;
  private final int port;
  private final String password;

  private EmbeddedRedis(Child child, int port, String password) {
    this.child = child;
    this.port = port;
    this.password = password;
  }

  /// Starts it and waits until it answers. `fsync`: each write is on the disk before it is
  /// confirmed; without, a test is faster.
  public static EmbeddedRedis start(Path data, boolean fsync) {
    // why: Redis, unlike PostgreSQL, runs as root too
    Place place = Place.of(data, "redis", Account.OWN);
    return start(place, fsync, "");
  }

  /// One of a cluster, which it does not know of yet; `password` is that of all, `patience` how
  /// long another may be silent before it counts as gone.
  static EmbeddedRedis member(Path data, boolean fsync, String password, Duration patience) {
    Place place = Place.of(data, "redis", Account.OWN);
    Path folder = place.folder();
    Kept.write(folder.resolve("password"), password);
    int port = Kept.port(folder.resolve("port"));
    int bus = Kept.port(folder.resolve("bus-port"), port);
    return start(place, fsync, ofCluster(bus, password, patience));
  }

  private static EmbeddedRedis start(Place place, boolean fsync, String more) {
    Path folder = place.folder();
    String password = Kept.password(folder.resolve("password"));
    int port = Kept.port(folder.resolve("port"));
    Path settings = folder.resolve("redis.conf");
    Kept.write(settings, settings(folder, port, password, fsync) + more);
    Path program = program(place.programs());
    var redis =
        new EmbeddedRedis(
            new Child("redis", folder, List.of(program.toString(), settings.toString())),
            port,
            password);
    Ready.await("Redis", redis.child, redis::answers);
    return redis;
  }

  /// The URI of the one that another process runs on this data; empty when none answers.
  public static Optional<String> running(Path data) {
    return Place.made(data, "redis")
        .filter(folder -> Files.exists(folder.resolve("port")))
        .flatMap(EmbeddedRedis::answering);
  }

  private static Optional<String> answering(Path folder) {
    try {
      int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
      String password = Kept.password(folder.resolve("password"));
      return answers(port, password) ? Optional.of(uri(port, password)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `redis://` with the password, for this machine only.
  public String uri() {
    return uri(port, password);
  }

  private static String uri(int port, String password) {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /// SIGKILL, for good.
  void kill() {
    child.kill();
  }

  /// As [Child#trouble] has it.
  public Optional<String> trouble() {
    return child.trouble();
  }

  @Override
  public void close() {
    child.close();
  }

  /// Source: https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/
  private static String ofCluster(int bus, String password, Duration patience) {
    return """
    cluster-enabled yes
    cluster-port %d
    cluster-node-timeout %d
    cluster-allow-replica-migration no
    masterauth %s
    repl-diskless-sync-delay 0
    shutdown-timeout 0
    """
        .formatted(bus, patience.toMillis(), password);
  }

  private static String settings(Path folder, int port, String password, boolean fsync) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    dir "%s"
    appendonly yes
    appendfsync %s
    save ""
    maxmemory-policy noeviction
    loglevel warning
    """
        .formatted(port, password, folder, fsync ? "always" : "no");
  }

  private static Path program(Path home) {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    String name = "redis-server-" + VERSION + "-linux-" + arch;
    return Programs.unpacked(home, "redis-" + VERSION, folder -> copy(name, folder))
        .resolve("redis-server");
  }

  private static void copy(String name, Path folder) throws IOException {
    try (var stream = Programs.artifact(EmbeddedRedis.class, "/" + name)) {
      Path program = folder.resolve("redis-server");
      Files.copy(stream, program);
      Files.setPosixFilePermissions(
          program, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /// why: an open port is not enough, Redis refuses commands while it loads its data.
  boolean answers() {
    return answers(port, password);
  }

  private static boolean answers(int port, String password) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_000);
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length());
      return new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
    } catch (IOException e) {
      return false;
    }
  }
}
