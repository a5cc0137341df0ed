package id.kentongan.integrations.postgres.members;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes down what an agent did or what was done to them.
public final class AgentAudit {
  private AgentAudit() {}

  public static void write(Handle handle, Instant now, long agent, String act) {
    by(handle, now, "agent/" + agent, agent, act);
  }

  /// Whom an agent enrolled, under which number, resting on which consent.
  public record Enrolled(long agent, String number, long person, long consent) {}

  /// why last in its transaction: from the first row on nobody else can add to the audit
  public static void enrolled(Handle handle, Instant now, List<Enrolled> acts) {
    if (acts.isEmpty()) {
      return;
    }
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            insert into audit (at, officer, act, matter, agent, person, consent)
            values (?, ?, 'enrol', ?, ?, ?, ?)
            """)) {
      acts.forEach(
          act ->
              inserts.add(
                  now,
                  "agent/" + act.agent(),
                  act.number(),
                  act.agent(),
                  act.person(),
                  act.consent()));
      inserts.execute();
    }
  }

  /// What an agent found out about, row by row: `matter` names the row.
  public static void found(
      Handle handle, Instant now, long agent, long consent, List<String> matters) {
    if (matters.isEmpty()) {
      return;
    }
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            insert into audit (at, officer, act, matter, agent, consent)
            values (?, ?, 'find member', ?, ?, ?)
            """)) {
      matters.forEach(matter -> inserts.add(now, "agent/" + agent, matter, agent, consent));
      inserts.execute();
    }
  }

  /// Whom an agent had reminded.
  public static void reminded(Handle handle, Instant now, long agent, String number, long person) {
    handle.execute(
        "insert into audit (at, officer, act, matter, agent, person) values (?, ?, 'remind', ?, ?,"
            + " ?)",
        now,
        "agent/" + agent,
        number,
        agent,
        person);
  }

  /// Done to the agent by an officer, or by who may run commands on the machine.
  public static void by(Handle handle, Instant now, String officer, long agent, String act) {
    handle.execute(
        "insert into audit (at, officer, act, matter, agent) values (?, ?, ?, ?, ?)",
        now,
        officer,
        act,
        "agent/" + agent,
        agent);
  }
}
