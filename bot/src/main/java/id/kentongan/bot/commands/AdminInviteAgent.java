package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Agents.Invitation;
import id.kentongan.integrations.postgres.agents.Organisation;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the code by which an agent logs in, once; for an agent who is known already a new one.
@Command(
    name = "invite-agent",
    description = "Make a code by which an agent of an organisation logs in, once.")
final class AdminInviteAgent implements Callable<Integer> {
  private static final int LONGEST = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--organisation", required = true, description = "name of the organisation")
  private String organisation = "";

  @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}")
  private Organisation.@Nullable Kind kind;

  @Option(names = "--agreement", description = "number of its agreement")
  private @Nullable String agreement;

  @Option(
      names = "--village",
      required = true,
      description = "Kemendagri code, e.g. 35.10.04.2005; for several villages several times")
  private List<String> villages = new ArrayList<>();

  @Option(names = "--name", required = true, description = "the agent's name")
  private String name = "";

  @Override
  public Integer call() {
    for (String village : villages) {
      if (!village.matches("[0-9]{2}[.][0-9]{2}[.][0-9]{2}[.][0-9]{4}")) {
        throw new Refused("--village: a code such as 35.10.04.2005, not " + village);
      }
    }
    var who =
        new Agents.Invited(
            text("--name", name),
            new Organisation(text("--organisation", organisation), kind, agreement),
            villages);
    Invitation invitation =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new Agents(database, key, InstantSource.system())
                    .invite("command line", who)
                    .await());
    PrintWriter out = spec.commandLine().getOut();
    out.printf("agent %d: %s of %s%n", invitation.agent(), who.name(), who.organisation().name());
    Instant until = invitation.until().truncatedTo(ChronoUnit.SECONDS);
    out.printf("code %s, once, until %s%n", invitation.code().text(), until);
    out.printf("the agent writes: masuk agen %s%n", invitation.code().text());
    out.flush();
    return 0;
  }

  private static String text(String option, String told) {
    String text = told.strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(option + ": 1 to " + LONGEST + " characters on one line");
    }
    return text;
  }
}
