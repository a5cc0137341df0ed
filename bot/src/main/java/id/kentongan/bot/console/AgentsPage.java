package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.postgres.agents.AgentRoster;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// `/console/agen`: the agents of organisations: a code to log in by is made, shown once, and
/// access is ended at once.
final class AgentsPage implements Page {
  private static final String PATH = "/agen";
  private static final int MOST = 500;
  private static final List<String> FIELDS =
      List.of("name", "kind", "organisation", "agreement", "villages");

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
        Address.get(PATH, Permission.AGENTS, visit -> show(Map.of())),
        Address.post(PATH, Permission.AGENTS, this::invite),
        Address.post(PATH + "/:agent/cabut", Permission.AGENTS, this::revoke));
  }

  /// `more` is what the page shows beside the agents: a fault with what was typed, or a new code.
  private Future<Reply> show(Map<String, Object> more) {
    return roster
        .all(MOST)
        .map(
            all -> {
              var model = new HashMap<String, Object>();
              model.put("agents", all);
              model.put("kinds", Organisation.Kind.values());
              model.put("fault", "");
              model.put("fresh", "");
              FIELDS.forEach(field -> model.put(field, ""));
              model.putAll(more);
              return new Reply.Shown(model.get("fault").equals("") ? 200 : 400, "agents", model);
            });
  }

  private Future<Reply> invite(Visit visit) {
    Optional<Organisation.Kind> kind = kind(visit.field("kind"));
    if (!line(visit.field("name")) || !line(visit.field("organisation"))) {
      return again(visit, Map.of("fault", "name"));
    }
    if (kind.isEmpty() || visit.field("agreement").length() > 100) {
      return again(visit, Map.of("fault", "organisation"));
    }
    var villages = AskedVillages.read(content.get().places(), visit.field("villages"));
    if (villages.codes().isEmpty()) {
      return again(
          visit,
          Map.of("fault", "village", "unclear", villages.unclear(), "meant", villages.meant()));
    }
    String agreement = visit.field("agreement");
    var of =
        new Organisation(
            visit.field("organisation"), kind.get(), agreement.isEmpty() ? null : agreement);
    return agents
        .invite(visit.name(), new Agents.Invited(visit.field("name"), of, villages.codes()))
        .compose(code -> show(Map.of("fresh", code.code().text(), "until", code.until())));
  }

  /// What was typed stays.
  private Future<Reply> again(Visit visit, Map<String, Object> fault) {
    var more = new HashMap<>(fault);
    FIELDS.forEach(field -> more.put(field, visit.field(field)));
    return show(more);
  }

  private static Optional<Organisation.Kind> kind(String asked) {
    return Arrays.stream(Organisation.Kind.values())
        .filter(kind -> kind.name().equals(asked))
        .findFirst();
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
