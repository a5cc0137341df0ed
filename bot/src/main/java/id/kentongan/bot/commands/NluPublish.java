package id.kentongan.bot.commands;

import id.kentongan.integrations.postgres.learning.PublishedModels;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Trains from the corpus as it is now and gives the model to all nodes, which take it up within
/// seconds and without a restart.
@Command(name = "publish", description = "Train from the corpus and put the model into use.")
final class NluPublish implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    byte[] bytes = Nlu.model(Nlu.files(), spec).write();
    long id =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                database.transact(handle -> PublishedModels.publish(handle, bytes)).await());
    var out = spec.commandLine().getOut();
    out.println("Published model " + id + "; running gateways take it up within seconds.");
    out.flush();
    return 0;
  }
}
