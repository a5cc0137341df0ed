package id.kentongan.bot.commands;

import picocli.CommandLine.Command;

/// The officers' accounts.
@Command(
    name = "admin",
    description = "Manage the officers' accounts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = AdminCreate.class)
final class Admin {}
