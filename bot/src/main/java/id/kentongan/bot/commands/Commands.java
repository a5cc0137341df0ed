package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.crypto.KeyRefused;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/// All commands; a new one is a class and a line here.
@Command(
    name = "kentongan",
    description = "A chat gateway to BPJS Ketenagakerjaan for informal workers.")
public final class Commands {
  private Commands() {}

  public static CommandLine line() {
    var line = new CommandLine(new Commands());
    for (Object command :
        List.of(
            new Run(),
            new Chat(),
            new Check(),
            new Telegram(),
            new Nlu(),
            new Bench(),
            new ChaosCommand(),
            new FuzzCommand(),
            new Import(),
            new Admin(),
            new Audit(),
            new Keys(),
            new Export(),
            new Backup(),
            new Restore(),
            new HealthCommand(),
            new Drain(),
            new Migrate(),
            new PackageCommand(),
            new DeadLetterCommands())) {
      line.addSubcommand(command);
    }
    line.getCommandSpec()
        .version(version())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
    helped(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.setExecutionExceptionHandler(
        (thrown, ran, parsed) -> {
          if (thrown instanceof Refused
              || thrown instanceof KeyRefused
              || thrown instanceof Unreachable) {
            ran.getErr().println(thrown.getMessage());
            return 1;
          }
          throw thrown;
        });
  }

  /// Every command, however deep, says how it is used when asked with `--help`, and those that have
  /// others below them what each of these is, when asked with `help`.
  private static void helped(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Say how this is used and exit.")
                .build());
    command.getSubcommands().values().forEach(Commands::helped);
    if (!command.getSubcommands().isEmpty()) {
      command.getCommandSpec().usageMessage().synopsisSubcommandLabel("COMMAND");
      command.addSubcommand(new HelpCommand());
    }
  }

  /// As the jar's manifest has it; classes that lie in a folder are not of any.
  private static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return "kentongan "
        + Objects.requireNonNullElse(version, "as compiled")
        + ", Java "
        + Runtime.version();
  }
}
