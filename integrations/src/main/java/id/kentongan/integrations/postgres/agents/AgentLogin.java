package id.kentongan.integrations.postgres.agents;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import id.kentongan.integrations.postgres.members.AgentAudit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tells whose an agent's check code is, and lets an agent in by the code of an invitation, which
/// is used up by it: the agent is bound to the conversation that told it, and to no other any more.
public final class AgentLogin {
  private final Keyring keys;
  private final InstantSource clock;

  private record Invited(long agent, String name, String organisation) {}

  public AgentLogin(Keyring keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Answer logIn(Handle handle, Talks.Talk talk, byte[] sender, Code told) {
    Instant now = clock.instant();
    byte[] code = keys.index().code(told.text());
    var counts = Tries.counts(handle, talk, "agent", sender, new Tries.Count("agent.code", code));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Optional<Invited> invited = take(handle, code, now);
    if (invited.isEmpty()) {
      Tries.note(handle, now, counts);
      return new Answer.NotIdentified();
    }
    Code check = bind(handle, talk, invited.get().agent());
    AgentAudit.write(handle, now, invited.get().agent(), "log in");
    return new Answer.AgentIn(invited.get().name(), invited.get().organisation(), check);
  }

  /// Only what fails is counted: a villager may check as many agents as come.
  public Answer check(Handle handle, Talks.Talk talk, byte[] sender, Code told) {
    Instant now = clock.instant();
    byte[] code = keys.index().code(told.text());
    var counts =
        Tries.counts(
            handle, talk, "agent-check", sender, new Tries.Count("agent-check.code", code));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Optional<Answer.AgentKnown> known = known(handle, code);
    if (known.isEmpty()) {
      Tries.note(handle, now, counts);
    }
    return known.<Answer>map(agent -> agent).orElseGet(Answer.NotIdentified::new);
  }

  private static Optional<Answer.AgentKnown> known(Handle handle, byte[] code) {
    return handle
        .createQuery(
            """
            select a.name, o.name as organisation, a.since, a.sample
            from agents a join organisations o on o.id = a.organisation
            where a.code_blind = :code and a.revoked is null
            """)
        .bind("code", code)
        .map(
            (row, context) ->
                new Answer.AgentKnown(
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getObject("since", LocalDate.class),
                    row.getBoolean("sample")))
        .findOne();
  }

  private static Optional<Invited> take(Handle handle, byte[] code, Instant now) {
    return handle
        .createQuery(
            """
            delete from agent_invitations i using agents a, organisations o
            where i.code_blind = :code and i.until > :now
              and a.id = i.agent and a.revoked is null and o.id = a.organisation
            returning a.id, a.name, o.name as organisation
            """)
        .bind("code", code)
        .bind("now", now)
        .map(
            (row, context) ->
                new Invited(
                    row.getLong("id"), row.getString("name"), row.getString("organisation")))
        .findOne();
  }

  /// The check code for villagers is a new one, so that one told to a lost phone is worth nothing.
  private Code bind(Handle handle, Talks.Talk talk, long agent) {
    handle.execute(
        "update agents set talk = null, code = null where talk = ? and id <> ?", talk.id(), agent);
    Code check = keys.codes().next(keys.random());
    handle
        .createUpdate(
            "update agents set talk = :talk, code_blind = :blind, code = :code where id = :agent")
        .bind("talk", talk.id())
        .bind("blind", keys.index().code(check.text()))
        .bind("code", talk.secrets().seal("agent-code", check.text()))
        .bind("agent", agent)
        .execute();
    return check;
  }
}
