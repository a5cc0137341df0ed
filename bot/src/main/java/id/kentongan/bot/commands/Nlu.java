package id.kentongan.bot.commands;

import id.kentongan.integrations.content.EarFiles;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// What the Ear makes of messages, line by line.
@Command(
    name = "nlu",
    description = "Understand messages: intents, values, figures.",
    synopsisSubcommandLabel = "COMMAND",
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

  /// Standard input; bytes that are no UTF-8 become replacement characters.
  static Stream<String> input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
  }
}
