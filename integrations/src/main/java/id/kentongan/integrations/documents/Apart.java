package id.kentongan.integrations.documents;

import id.kentongan.integrations.documents.PaperSheets.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process of its own for a stranger's PDF, which ends when it takes too long or too much memory:
/// a thousand bytes may hold a million million pages, or be drawn for days, and nothing in this one
/// could stop it.
final class Apart {
  /// No paper takes as long of a processor.
  private static final Duration WORK = Duration.ofSeconds(15);

  /// Nor as long as this, however busy the machine.
  static final int SECONDS = 60;

  private static final String ROOM = "-Xmx256m";

  private Apart() {}

  /// What [PdfWork] makes of the sheets by these words; nothing when it was ended. Blocks, most
  /// often for a second. Throws where no process can be begun.
  static Optional<byte[]> work(List<String> words, List<Sheet> sheets) {
    Process process = begun(words);
    watch(process, SECONDS);
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(written(sheets));
      }
      byte[] made = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? Optional.of(made) : Optional.empty();
    } catch (IOException ended) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  /// Ends it when it has worked for too long, or in so many seconds.
  // why by its work: on a busy machine most of the time is spent by others
  private static void watch(Process process, int left) {
    boolean worked =
        process.info().totalCpuDuration().filter(spent -> spent.compareTo(WORK) > 0).isPresent();
    if (worked || left == 0) {
      process.destroyForcibly();
    } else if (process.isAlive()) {
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
          .execute(() -> watch(process, left - 1));
    }
  }

  /// why without the environment: secrets may stand in it, and a stranger's file is at work there.
  private static Process begun(List<String> words) {
    List<String> machine =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            ROOM,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Apart.class.getName());
    var builder = new ProcessBuilder(Stream.concat(machine.stream(), words.stream()).toList());
    builder.environment().clear();
    try {
      return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException("no process for a paper", e);
    }
  }

  private static byte[] written(List<Sheet> sheets) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(sheets.size());
      for (Sheet sheet : sheets) {
        out.writeUTF(sheet.type());
        out.writeInt(sheet.bytes().length);
        out.write(sheet.bytes());
      }
    }
    return bytes.toByteArray();
  }

  /// The process: the sheets come by its standard input, what is made of them goes by its output.
  public static void main(String[] words) throws IOException {
    // why: what libraries say of a broken file is no part of what is made
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    // why: whoever began it may be gone
    CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    byte[] made = PdfWork.done(words, read(new DataInputStream(System.in)));
    try (var out = new FileOutputStream(FileDescriptor.out)) {
      out.write(made);
    }
    Runtime.getRuntime().halt(0);
  }

  private static List<Sheet> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    var sheets = new ArrayList<Sheet>();
    while (sheets.size() < count) {
      sheets.add(new Sheet(in.readUTF(), in.readNBytes(in.readInt())));
    }
    return sheets;
  }
}
