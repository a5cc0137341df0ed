package id.kentongan.integrations.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs short commands of the system to their end.
public final class Commands {
  private Commands() {}

  /// Runs `command`; [Failed] when it is missing or ends with an error.
  public static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Failed(command.getFirst() + " ended with " + process.exitValue() + ": " + said);
      }
    } catch (IOException e) {
      throw new Failed(command.getFirst() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(command.getFirst() + ": interrupted");
    }
  }

  /// A command did not do what it should; the message is what it said.
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String said) {
      super(said);
    }
  }
}
