package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Deletes dead letters by the ids that `list` prints.
@Command(name = "drop", description = "Drop dead letters for good.")
final class DeadLetterDrop implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "ID", description = "as printed by list")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    for (String id : ids) {
      if (!DeadLetterCall.ask(dead -> dead.drop(id))) {
        throw new Refused("There is no dead letter " + id + ".");
      }
      spec.commandLine().getOut().println("dropped: " + id);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
