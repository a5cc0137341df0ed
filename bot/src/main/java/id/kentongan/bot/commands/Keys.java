package id.kentongan.bot.commands;

import picocli.CommandLine.Command;

/// The master key.
@Command(name = "keys", description = "The master key.", subcommands = KeysRotate.class)
final class Keys {}
