package id.kentongan.integrations.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A [StoresProgram] running under another user or this one, to be used and killed.
record RunningStores(Process program, String redisUri, String jdbcUrl) implements AutoCloseable {
  /// Starts it with stores in `data`; `jars` is a folder that `user` may read.
  static RunningStores start(String user, Path data, Path jars) throws IOException {
    var command = new ArrayList<String>();
    if (!user.equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups"));
    }
    command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-cp"));
    command.addAll(List.of(jars + "/*:" + jars, "-Xmx64m"));
    command.addAll(List.of(StoresProgram.class.getName(), data.toString()));
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8));
    return new RunningStores(
        program, String.valueOf(said.readLine()), String.valueOf(said.readLine()));
  }

  /// Copies what the program needs of this JVM's class path to `jars`.
  static void copyClasses(Path jars) throws IOException {
    String needed = ".*(redis|postgres|commons|xz|slf4j|jspecify|logback).*";
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Commands.run(List.of("cp", "-rT", entry, jars.toString()));
      } else if (path.getFileName().toString().matches(needed)) {
        Files.copy(path, jars.resolve(path.getFileName()));
      }
    }
    Commands.run(List.of("chmod", "-R", "a+rX", jars.toString()));
  }

  void write(String value) throws SQLException {
    try (var client = RedisClient.create(redisUri)) {
      client.connect().sync().set("kept", value);
    }
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select '" + value + "' as value");
    }
  }

  String inRedis() {
    try (var client = RedisClient.create(redisUri)) {
      return client.connect().sync().get("kept");
    }
  }

  String inPostgres() throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select value from kept")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /// Kills what watches the server whose command line has `word` in it; gives what was below it.
  List<ProcessHandle> killWatcher(String word) {
    ProcessHandle watcher = program.children().filter(named(word)).findFirst().orElseThrow();
    List<ProcessHandle> below = watcher.descendants().toList();
    assertThat(below).isNotEmpty();
    watcher.destroyForcibly();
    return below;
  }

  /// Kills the server whose command line has `word` in it.
  void killServer(String word) {
    List<ProcessHandle> servers = program.descendants().filter(named(word)).toList();
    assertThat(servers).isNotEmpty();
    servers.forEach(ProcessHandle::destroyForcibly);
  }

  private static Predicate<ProcessHandle> named(String word) {
    return p -> p.info().commandLine().map(line -> line.contains(word)).orElse(false);
  }

  /// Kills the program itself, at once and nothing else; then all below it must end too.
  @Override
  public void close() {
    List<ProcessHandle> below = program.descendants().toList();
    assertThat(below).hasSizeGreaterThanOrEqualTo(6);
    program.destroyForcibly().onExit().join();
    await().until(() -> below.stream().noneMatch(ProcessHandle::isAlive));
  }
}
