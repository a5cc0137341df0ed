package id.kentongan.bot.commands;

import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.integrations.content.EarFiles;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// What the Ear makes of messages, line by line.
@Command(
    name = "nlu",
    description = "Understand messages: intents, values, figures.",
    subcommands = {
      NluPredict.class,
      NluParse.class,
      NluEval.class,
      NluTrain.class,
      NluReview.class,
      NluPublish.class
    })
final class Nlu {
  static Path config() {
    return Home.folder().resolve("config");
  }

  static EarFiles files() {
    return new EarFiles(config());
  }

  /// Where trained models are kept between runs.
  static Path cache() {
    return Home.settings().dataDir().resolve("models");
  }

  /// The model of the corpus as it is now; says so first when it has yet to be learnt.
  static EarModel model(EarFiles files, CommandSpec spec) {
    if (!files.trained(cache())) {
      var err = spec.commandLine().getErr();
      err.println("Learning the corpus, this takes some 20 seconds ...");
      err.flush();
    }
    return files.model(cache());
  }

  /// Standard input; bytes that are no UTF-8 become replacement characters.
  static Stream<String> input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
  }
}
