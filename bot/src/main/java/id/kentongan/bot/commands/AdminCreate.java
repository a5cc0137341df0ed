package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes an officer's account, also the first administrator's. The second factor is set up at the
/// first sign-in.
@Command(
    name = "create",
    description = "Make an account for the console; the first is an administrator's.")
final class AdminCreate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "small letters, digits, . and -")
  private String name = "";

  @Option(
      names = "--role",
      defaultValue = "ADMINISTRATOR",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
  private Role role = Role.ADMINISTRATOR;

  @Option(names = "--shown", description = "the name that people are told; by default NAME")
  private String shown = "";

  @Override
  public Integer call() throws IOException {
    String officer = name.toLowerCase(Locale.ROOT);
    if (!officer.matches("[a-z0-9.-]{2,60}")) {
      throw new Refused("NAME: 2 to 60 small letters, digits, . and -");
    }
    if (shown.length() > 60 || shown.chars().anyMatch(Character::isISOControl)) {
      throw new Refused("--shown: at most 60 characters on one line");
    }
    String hash = Argon2id.hash(AskedPassword.read());
    var account =
        new Officers.New(officer, shown.isBlank() ? officer : shown.strip(), role, hash, false);
    boolean made =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new Officers(database, key, InstantSource.system())
                    .add("command line", account)
                    .await());
    if (!made) {
      throw new Refused("There is an officer " + officer + " already.");
    }
    spec.commandLine()
        .getOut()
        .printf("%s (%s) may enter /console%n", officer, role.name().toLowerCase(Locale.ROOT));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
