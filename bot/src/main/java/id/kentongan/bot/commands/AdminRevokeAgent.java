package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.postgres.agents.Agents;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Ends an agent's access at once: the conversation, an open invitation and the check code.
@Command(name = "revoke-agent", description = "End an agent's access at once.")
final class AdminRevokeAgent implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "AGENT", description = "the number invite-agent printed")
  private long agent;

  @Override
  public Integer call() {
    boolean revoked =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new Agents(database, key, InstantSource.system())
                    .revoke("command line", agent)
                    .await());
    if (!revoked) {
      throw new Refused("There is no agent " + agent + ", or no more.");
    }
    spec.commandLine().getOut().println("agent " + agent + " is revoked");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
