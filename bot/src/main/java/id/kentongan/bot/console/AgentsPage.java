package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.postgres.AgentRoster;
import id.kentongan.integrations.postgres.Agents;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/console/agen`: the agents of organisations: a code to log in by is made, shown once, and
/// access is ended at once.
final class AgentsPage implements Page {
  private static final String PATH = "/agen";
  private static final int MOST = 500;

  private final AgentRoster roster;
  private final Agents agents;
  private final Supplier<Content> content;

  AgentsPage(AgentRoster roster, Agents agents, Supplier<Content> content) {
    this.roster = roster;
    this.agents = agents;
    this.content = content;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.AGENTS, visit -> show("", null)),
        Address.post(PATH, Permission.AGENTS, this::invite),
        Address.post(PATH + "/:agent/cabut", Permission.AGENTS, this::revoke));
  }

  private Future<Reply> show(String fault, Agents.@Nullable Invitation fresh) {
    return roster
        .all(MOST)
        .map(
            all -> {
              var model = new HashMap<String, Object>();
              model.put("agents", all);
              model.put("fault", fault);
              model.put("fresh", fresh == null ? "" : fresh.code().text());
              if (fresh != null) {
                model.put("until", fresh.until());
              }
              return new Reply.Shown(fault.isEmpty() ? 200 : 400, "agents", model);
            });
  }

  private Future<Reply> invite(Visit visit) {
    String name = visit.field("name");
    String organisation = visit.field("organisation");
    String agreement = visit.field("agreement");
    List<String> villages =
        List.of(visit.field("villages").split("[\\s,;]+")).stream()
            .filter(code -> !code.isEmpty())
            .toList();
    if (!line(name) || !line(organisation) || agreement.length() > 100) {
      return show("name", null);
    }
    if (villages.isEmpty() || !villages.stream().allMatch(this::known)) {
      return show("village", null);
    }
    var who =
        new Agents.Invited(name, organisation, agreement.isEmpty() ? null : agreement, villages);
    return agents.invite(visit.name(), who).compose(fresh -> show("", fresh));
  }

  private boolean known(String code) {
    return content.get().places().byCode(code).isPresent();
  }

  private static boolean line(String text) {
    return text.matches("[^\n\t]{2,100}");
  }

  private Future<Reply> revoke(Visit visit) {
    return agents
        .revoke(visit.name(), visit.number("agent"))
        .map(revoked -> revoked ? new Reply.See("/console" + PATH) : Reply.missing());
  }
}
