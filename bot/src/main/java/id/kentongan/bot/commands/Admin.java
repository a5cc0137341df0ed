package id.kentongan.bot.commands;

import picocli.CommandLine.Command;

/// The officers' accounts, and the agents.
@Command(
    name = "admin",
    description = "Manage the officers' accounts and the agents.",
    subcommands = {
      AdminCreate.class,
      AdminReset.class,
      AdminAudit.class,
      AdminArchiveAudit.class,
      AdminErasures.class,
      AdminBreach.class,
      AdminInviteAgent.class,
      AdminRevokeAgent.class
    })
final class Admin {}
