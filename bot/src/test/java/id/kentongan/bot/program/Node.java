package id.kentongan.bot.program;

import id.kentongan.bot.Launched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/// The program in a process of its own, to be killed.
record Node(Process process, int port) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)/");

  /// Starts it and waits until it tells its address.
  static Node start(Map<String, String> environment) {
    var command = Launched.command("256m", "run");
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
