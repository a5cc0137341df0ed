package id.kentongan.bot.commands;

import picocli.CommandLine.Command;

/// What could not be delivered, and what to do with it.
@Command(
    name = "dead-letters",
    description = "List, send again or drop what could not be delivered.",
    subcommands = {DeadLetterList.class, DeadLetterReplay.class, DeadLetterDrop.class})
final class DeadLetterCommands {}
