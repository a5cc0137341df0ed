package id.kentongan.bot.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Brings the tables up to date, as the first start of a new version does.
@Command(
    name = "migrate",
    description = "Bring the tables up to date before the first node of a new version starts.")
final class Migrate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OwnDatabase.with(Home.settings(), (database, key) -> database.answers());
    spec.commandLine().getOut().println("The tables are up to date.");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
