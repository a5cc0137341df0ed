package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.web.Passwords;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.Officers;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes an officer's account; the password is asked for, or read from standard input, never an
/// argument that other users of the machine could see.
@Command(name = "create", description = "Make an officer's account for the console.")
final class AdminCreate implements Callable<Integer> {
  private static final int SHORTEST = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "small letters, digits, . and -")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    String officer = name.toLowerCase(Locale.ROOT);
    if (!officer.matches("[a-z0-9.-]{2,60}")) {
      throw new Refused("NAME: 2 to 60 small letters, digits, . and -");
    }
    String password = password();
    if (password.length() < SHORTEST) {
      throw new Refused("The password needs at least " + SHORTEST + " characters.");
    }
    Settings settings = Home.settings();
    try (var database = Database.start(url(settings), Base.key(settings))) {
      if (!new Officers(database).add(officer, Passwords.hash(password)).await()) {
        throw new Refused("There is an officer " + officer + " already.");
      }
    }
    spec.commandLine().getOut().println(officer + " may enter /console");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static DatabaseUrl url(Settings settings) {
    return settings
        .stores()
        .database()
        .map(Base::database)
        .or(() -> EmbeddedPostgres.running(settings.dataDir()))
        .orElseThrow(
            () -> new Refused("The gateway's own PostgreSQL does not run: ./kentongan run first."));
  }

  private static String password() throws IOException {
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
