package id.kentongan.integrations.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server run as a child process: started again with back-off when it dies, stopped by `SIGINT`
/// when closed, and gone when this program is gone, even by `kill -9`.
public final class Child implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Child.class);

  /// Watches one server. Its standard input is a pipe from this program: the end of that pipe,
  /// however it comes, stops the server.
  ///
  /// why: the lock is handed down to the server itself, so that a server that outlived its program
  /// for a moment and its successor never write the same files.
  private static final String SUPERVISOR =
      """
      exec 3<&0 9>>"$1" || exit 75
      flock -w 20 9 || { echo "$1 is held: another program uses this folder"; exit 75; }
      shift
      "$@" </dev/null 3<&- & server=$!
      { cat <&3 >/dev/null; kill -INT $server; } 9>&- &
      wait $server; status=$?
      trap '' TERM; kill -TERM 0
      exit $status
      """;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// After this long a death counts as the first again.
  private static final Duration LIVED = Duration.ofMinutes(1);

  /// With less, a store soon cannot write.
  private static final long ROOM = 16L << 20;

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final String name;
  private final List<String> command;
  private final Path folder;
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final Thread keeper;
  private volatile Process process;

  /// Starts `command` with `folder` as its own: its lock and its log `<name>.log` are kept there.
  public Child(String name, Path folder, List<String> command) {
    this.name = name;
    this.folder = folder;
    this.command = List.copyOf(command);
    this.process = spawn();
    this.keeper = Thread.ofVirtual().name("keeper-" + name).start(this::keep);
  }

  public boolean alive() {
    return process.isAlive();
  }

  /// Why it may not answer, as far as that can be known: it has ended, or its disk is full.
  public Optional<String> trouble() {
    return trouble(folder.toFile().getUsableSpace());
  }

  Optional<String> trouble(long bytes) {
    Process now = process;
    var known = new ArrayList<String>();
    if (!now.isAlive()) {
      known.add("it ended with " + now.exitValue() + " and is started again, see " + log());
    }
    full(folder, bytes).ifPresent(known::add);
    return known.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", known));
  }

  static Optional<String> full(Path folder, long bytes) {
    return bytes < ROOM
        ? Optional.of("the disk of %s is full (%d bytes left), make room".formatted(folder, bytes))
        : Optional.empty();
  }

  /// The last lines the server wrote, for an error that a person reads.
  public String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    } catch (IOException e) {
      return "(nothing in " + log() + ")";
    }
  }

  @Override
  public void close() {
    closing.complete(null);
    joined();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("{} did not stop within {}, killed", name, STOPS_WITHIN);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// SIGKILL, and it is not started again.
  public void kill() {
    closing.complete(null);
    joined();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private void joined() {
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    while (true) {
      long started = System.nanoTime();
      CompletableFuture.anyOf(process.onExit(), closing).join();
      if (closing.isDone()) {
        return;
      }
      boolean lived = System.nanoTime() - started > LIVED.toNanos();
      pause = lived ? FIRST_PAUSE : pause;
      LOG.warn("{} ended with {}, again in {}", name, process.exitValue(), pause);
      orphaned(process);
      CompletableFuture.anyOf(closing, after(pause)).join();
      if (closing.isDone()) {
        return;
      }
      process = spawn();
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /// why: where only the watcher was killed its server lives on and holds the folder; the end of
  /// the pipe stops it.
  private void orphaned(Process dead) {
    try {
      dead.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("the pipe to {} was closed already", name);
    }
  }

  private static CompletableFuture<?> after(Duration pause) {
    return new CompletableFuture<>()
        .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Process spawn() {
    var line = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, name));
    line.add(folder.resolve(name + ".lock").toString());
    line.addAll(command);
    try {
      return new ProcessBuilder(line)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private Path log() {
    return folder.resolve(name + ".log");
  }
}
