package id.kentongan.bot.chaos;

import id.kentongan.integrations.stores.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A gateway in a process of its own, at one port as long as the chaos lasts: started, killed,
/// stopped in its tracks, started again. What it says is appended to `gateway.log` in its folder.
public final class Node {
  public final int number;
  public final int port;
  private final List<String> command;
  private final Path folder;
  private final Map<String, String> settings;
  private volatile Optional<Process> process = Optional.empty();

  /// `command` runs a gateway; `settings` by their names in the environment.
  public Node(
      int number, int port, List<String> command, Path folder, Map<String, String> settings) {
    this.number = number;
    this.port = port;
    this.command = command;
    this.folder = folder;
    this.settings = settings;
  }

  /// Starts it; `ended` gets its status when it has ended, on a thread of its own.
  public void start(Map<String, String> also, IntConsumer ended) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve("gateway.log").toFile()));
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KENTONGAN_"));
    var all = new HashMap<>(settings);
    all.putAll(also);
    environment.putAll(all);
    try {
      Process started = builder.start();
      process = Optional.of(started);
      Thread.ofVirtual().start(() -> ended.accept(started.onExit().join().exitValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGKILL.
  public void kill() {
    process.ifPresent(Process::destroyForcibly);
  }

  /// SIGTERM: a clean stop.
  public void stop() {
    process.ifPresent(Process::destroy);
  }

  /// Its clock is wrong by this from now on.
  void clock(Duration by) {
    try {
      Files.writeString(Scratch.clock(folder), Long.toString(by.toMillis()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGSTOP or SIGCONT.
  void pause(boolean paused) {
    process
        .filter(Process::isAlive)
        .ifPresent(
            p -> {
              try {
                Commands.run(List.of("kill", paused ? "-STOP" : "-CONT", Long.toString(p.pid())));
              } catch (Commands.Failed gone) {
                // why: it died between the look and the signal, which is as good.
                kill();
              }
            });
  }

  public long pid() {
    return process.map(Process::pid).orElse(-1L);
  }
}
