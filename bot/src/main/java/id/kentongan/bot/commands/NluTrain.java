package id.kentongan.bot.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Trains from the corpus unless its model is there already, for the build: a start only reads it.
@Command(name = "train", description = "Train from the corpus where no start needs to.")
final class NluTrain implements Callable<Integer> {
  @Override
  public Integer call() {
    Nlu.files().build();
    return 0;
  }
}
