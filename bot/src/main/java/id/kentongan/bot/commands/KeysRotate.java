package id.kentongan.bot.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The next step of changing the master key.
@Command(
    name = "rotate",
    description = "Change the master key; run it again after each restart, until it says done.")
final class KeysRotate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.println(new Rotation(Home.settings()).step());
    out.flush();
    return 0;
  }
}
