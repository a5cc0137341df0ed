package id.kentongan.bot.halt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The machine's clock, wrong by what a file says, in milliseconds; it is asked again a few times a
/// second. Only a data folder that `chaos` made names such a file. Safe for any thread.
public final class MovedClock implements InstantSource {
  private static final long ASKED_EACH_NANOS = Duration.ofMillis(200).toNanos();

  private final Path file;
  private final InstantSource machine;
  private volatile Read read = new Read(0, System.nanoTime() - ASKED_EACH_NANOS);

  /// What the file said, and when.
  private record Read(long millis, long nanos) {}

  private MovedClock(Path file, InstantSource machine) {
    this.file = file;
    this.machine = machine;
  }

  /// `marker` is what `chaos` puts into its data folders, with the name of the clock's file in it;
  /// everywhere else the machine's own clock goes.
  public static InstantSource of(Path marker, InstantSource machine) {
    try {
      String file = Files.exists(marker) ? Files.readString(marker).strip() : "";
      return file.isEmpty() ? machine : new MovedClock(Path.of(file), machine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    Read last = read;
    if (System.nanoTime() - last.nanos() >= ASKED_EACH_NANOS) {
      last = new Read(millis(last.millis()), System.nanoTime());
      read = last;
    }
    return machine.instant().plusMillis(last.millis());
  }

  /// why the last: a file that is just being written is empty.
  private long millis(long last) {
    try {
      String text = Files.readString(file).strip();
      return text.matches("-?[0-9]{1,15}") ? Long.parseLong(text) : last;
    } catch (IOException gone) {
      return last;
    }
  }
}
