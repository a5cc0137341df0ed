package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sends again dead letters by the ids that `list` prints.
@Command(name = "replay", description = "Send dead letters again, after what waits now.")
final class DeadLetterReplay implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "ID", description = "as printed by list")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    for (String id : ids) {
      if (!DeadLetterCall.ask(dead -> dead.replay(id))) {
        throw new Refused("There is no dead letter " + id + ".");
      }
      spec.commandLine().getOut().println("will be sent again: " + id);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
