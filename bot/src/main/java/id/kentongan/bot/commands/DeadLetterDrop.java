package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.console.LetterDrop;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Deletes dead letters by the ids that `list` prints, and marks that in their conversations.
@Command(name = "drop", description = "Drop dead letters for good.")
final class DeadLetterDrop implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "ID", description = "as printed by list")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    for (String id : ids) {
      if (!DeadLetterCall.ask(dead -> drop(dead, id))) {
        throw new Refused("There is no dead letter " + id + ".");
      }
      spec.commandLine().getOut().println("dropped: " + id);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static Future<Boolean> drop(DeadLetters dead, String id) {
    List<DeadLetter> found = dead.find(List.of(id)).await();
    return Future.succeededFuture(!found.isEmpty() && marked(dead, found) == 1);
  }

  private static int marked(DeadLetters dead, List<DeadLetter> found) {
    return OwnDatabase.with(
        Home.settings(),
        (database, key) ->
            new LetterDrop(dead, database, key, InstantSource.system())
                .drop("command line", found)
                .await());
  }
}
