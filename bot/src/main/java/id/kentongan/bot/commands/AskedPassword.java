package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A password as it is typed in the terminal, or one line of standard input; never an argument that
/// other users of the machine could see.
final class AskedPassword {
  private static final int SHORTEST = 10;

  private AskedPassword() {}

  static String read() throws IOException {
    String password = asked();
    if (password.length() < SHORTEST) {
      throw new Refused("The password needs at least " + SHORTEST + " characters.");
    }
    return password;
  }

  private static String asked() throws IOException {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      return Optional.ofNullable(terminal.get().readPassword("Password: "))
          .map(String::new)
          .orElse("");
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }
}
