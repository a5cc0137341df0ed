package id.kentongan.bot.commands;

import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.Officers;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A new password and a new second factor for who lost theirs; ends their sessions and any lock.
@Command(
    name = "reset",
    description = "Give an officer a new password, and let them set up the second factor anew.")
final class AdminReset implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "whose account")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    String hash = Argon2id.hash(AskedPassword.read());
    OwnDatabase.with(
        Home.settings(),
        (database, key) -> {
          var officers = new Officers(database, key, InstantSource.system());
          return officers
              .renewPassword("command line", name, hash, true)
              .compose(done -> officers.forgetFactor("command line", name))
              .compose(done -> officers.close("command line", name, false))
              .map(done -> name)
              .await();
        });
    spec.commandLine().getOut().println(name + " signs in with it once and chooses another");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
