package id.kentongan.bot.program;

import id.kentongan.bot.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The program in a process of its own, to be killed.
record Node(Process process, int port) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)/");

  /// Starts it and waits until it tells its address.
  static Node start(Map<String, String> environment) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dkentongan.home=" + Program.HOME.toAbsolutePath().normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run");
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      for (String line; (line = process.inputReader().readLine()) != null; ) {
        var address = ADDRESS.matcher(line);
        if (address.find()) {
          return new Node(process, Integer.parseInt(address.group(1)));
        }
      }
      throw new AssertionError("the program ended with " + process.exitValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
