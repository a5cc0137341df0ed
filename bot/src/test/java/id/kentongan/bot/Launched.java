package id.kentongan.bot;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The command line that runs the program under test in a process of its own.
public final class Launched {
  private Launched() {}

  /// `heap` as `-Xmx` has it; `asked` a command such as `run`.
  public static List<String> command(String heap, String... asked) {
    var program =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dkentongan.home=" + Path.of("..").toAbsolutePath().normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    return Stream.concat(program, Stream.of(asked)).toList();
  }
}
