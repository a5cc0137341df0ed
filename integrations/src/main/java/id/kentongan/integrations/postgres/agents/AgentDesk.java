package id.kentongan.integrations.postgres.agents;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.members.AgentAudit;
import id.kentongan.integrations.postgres.members.AgentEnrolments;
import id.kentongan.integrations.postgres.reminders.AgentReminders;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What an agent asks about their own people; every look is written down.
public final class AgentDesk {
  private final Database database;
  private final Talks talks;
  private final Acts acts;
  private final InstantSource clock;
  private final AgentClients clients;
  private final AgentReminders reminders;

  public AgentDesk(Database database, Keyring keys, Talks talks, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.talks = talks;
    this.acts = new Acts(database, keys, talks);
    this.clock = clock;
    this.clients = new AgentClients(zone);
    this.reminders = new AgentReminders(keys, talks, zone);
  }

  public Future<Answer> ask(ConversationId who, EffectId id, Effect.AgentAsk ask) {
    return switch (ask) {
      case Effect.ReadRecap read ->
          look(
              who,
              "read recap",
              (handle, agent, now) -> clients.recap(handle, agent, read.from(), read.until(), now));
      case Effect.ReadDue due ->
          look(
              who, "list due", (handle, agent, now) -> clients.due(handle, agent, due.skip(), now));
      case Effect.FindClients find ->
          look(
              who,
              "search by name",
              (handle, agent, now) -> clients.named(handle, agent, find.name(), now));
      case Effect.RemindClient remind ->
          acts.once(who, id, (handle, talk) -> remind(handle, talk, remind));
    };
  }

  /// What is read for an agent.
  @FunctionalInterface
  private interface Look {
    Answer in(Handle handle, long agent, Instant now);
  }

  private Future<Answer> look(ConversationId who, String act, Look look) {
    return database.transact(
        handle -> {
          Optional<Long> agent = AgentEnrolments.agent(handle, talks.of(handle, who).id());
          if (agent.isEmpty()) {
            return new Answer.Refused(AgentEnrolments.NOT_AGENT);
          }
          Instant now = clock.instant();
          AgentAudit.write(handle, now, agent.get(), act);
          return look.in(handle, agent.get(), now);
        });
  }

  private Answer remind(Handle handle, Talks.Talk talk, Effect.RemindClient remind) {
    Optional<Long> agent = AgentEnrolments.agent(handle, talk.id());
    if (agent.isEmpty()) {
      return new Answer.Refused(AgentEnrolments.NOT_AGENT);
    }
    return reminders.remind(handle, agent.get(), remind, clock.instant());
  }
}
