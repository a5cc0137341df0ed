package id.kentongan.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Processor time and memory of a process, as Linux counts them. A process that is gone has none.
///
/// Source: https://man7.org/linux/man-pages/man5/proc.5.html
public final class Proc {
  private static final Path ROOT = Path.of("/proc");

  /// `USER_HZ`, the same on every machine that Java runs on.
  private static final double TICKS_A_SECOND = 100;

  private static final int UTIME = 11;
  private static final int STIME = 12;

  private Proc() {}

  /// Seconds of processor time, of the system's work too.
  static double cpu(List<Long> pids) {
    return pids.stream().mapToDouble(pid -> ticks(read(pid, "stat"))).sum() / TICKS_A_SECOND;
  }

  /// Of these, seconds that Java's compilers took so far; of those that still run.
  static double compilers(List<Long> pids) {
    return pids.stream()
            .flatMap(pid -> tasks(pid).map(task -> read(pid, "task/" + task + "/stat")))
            .filter(stat -> stat.contains(" CompilerThre)"))
            .mapToDouble(Proc::ticks)
            .sum()
        / TICKS_A_SECOND;
  }

  private static Stream<String> tasks(long pid) {
    String[] names = ROOT.resolve(Long.toString(pid)).resolve("task").toFile().list();
    return names == null ? Stream.of() : Stream.of(names);
  }

  private static double ticks(String stat) {
    // why: the name before the last bracket may hold spaces
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > STIME
        ? Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])
        : 0;
  }

  /// Resident memory in megabytes.
  public static double resident(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
        .sum();
  }

  /// The processes that `pid` started, and those that they did, by their program's name.
  static List<Long> children(long pid, String program) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .filter(child -> read(child, "comm").strip().equals(program))
        .toList();
  }

  /// `Intel(R) Xeon(R) Processor`, or `?`.
  static String processor() {
    try {
      return Files.readAllLines(ROOT.resolve("cpuinfo")).stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      return "?";
    }
  }

  /// How many entries a folder of the process has: `task` its threads, `fd` its open files.
  public static int entries(long pid, String folder) {
    String[] names = ROOT.resolve(Long.toString(pid)).resolve(folder).toFile().list();
    return names == null ? 0 : names.length;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(ROOT.resolve(Long.toString(pid)).resolve(file));
    } catch (IOException e) {
      return "";
    }
  }
}
