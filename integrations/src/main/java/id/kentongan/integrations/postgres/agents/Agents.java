package id.kentongan.integrations.postgres.agents;

import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.members.AgentAudit;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Invites and revokes agents of organisations. An invitation is a code that lets its first teller
/// in; inviting again, for a new phone, renews the code and leaves agent and acts as they are.
public final class Agents {
  static final Duration VALID = Duration.ofDays(7);

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public Agents(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// Who is invited: for which organisation and for which villages, by Kemendagri code, at least
  /// one.
  public record Invited(String name, Organisation organisation, List<String> villages) {
    public Invited {
      villages = List.copyOf(villages);
      if (villages.isEmpty()) {
        throw new IllegalArgumentException("an agent without a village");
      }
    }
  }

  /// The agent's number here, and the code to log in by until then.
  public record Invitation(long agent, Code code, Instant until) {}

  public Future<Invitation> invite(String officer, Invited who) {
    return database.transact(
        handle -> {
          long organisation = organisation(handle, who);
          long agent =
              agent(handle, organisation, who.name())
                  .orElseGet(() -> add(handle, organisation, who.name()));
          for (String village : who.villages()) {
            handle.execute(
                "insert into agent_villages values (?, ?) on conflict do nothing", agent, village);
          }
          Code code = keys.codes().next(keys.random());
          Instant until = clock.instant().plus(VALID);
          invite(handle, keys, agent, code, until);
          AgentAudit.by(handle, clock.instant(), officer, agent, "invite agent");
          return new Invitation(agent, code, until);
        });
  }

  /// Ends an agent's access at once; false when there is no such agent, or no more.
  public Future<Boolean> revoke(String officer, long agent) {
    return database.transact(
        handle -> {
          Instant now = clock.instant();
          int revoked =
              handle
                  .createUpdate(
                      """
                      update agents set revoked = :now, talk = null, code = null
                      where id = :agent and revoked is null
                      """)
                  .bind("now", now)
                  .bind("agent", agent)
                  .execute();
          handle.execute("delete from agent_invitations where agent = ?", agent);
          if (revoked == 1) {
            AgentAudit.by(handle, now, officer, agent, "revoke agent");
          }
          return revoked == 1;
        });
  }

  public static void invite(Handle handle, Keyring keys, long agent, Code code, Instant until) {
    handle
        .createUpdate(
            """
            insert into agent_invitations (agent, code_blind, until)
            values (:agent, :code, :until)
            on conflict (agent) do update
            set code_blind = excluded.code_blind, until = excluded.until
            """)
        .bind("agent", agent)
        .bind("code", keys.index().code(code.text()))
        .bind("until", until)
        .execute();
  }

  private static long organisation(Handle handle, Invited who) {
    // why: the same organisation, whichever of its villages is named first
    long organisation =
        handle
            .createQuery(
                "select id from organisations where lower(name) = lower(:name) order by id limit 1")
            .bind("name", who.organisation().name())
            .mapTo(Long.class)
            .findOne()
            .orElseGet(
                () ->
                    handle
                        .createQuery(
                            """
                            insert into organisations (name, village) values (:name, :village)
                            returning id
                            """)
                        .bind("name", who.organisation().name())
                        .bind("village", who.villages().getFirst())
                        .mapTo(Long.class)
                        .one());
    Organisation.Kind kind = who.organisation().kind();
    handle.execute(
        """
        update organisations set agreement = coalesce(?, agreement), kind = coalesce(?, kind)
        where id = ?
        """,
        who.organisation().agreement(),
        kind == null ? null : kind.name(),
        organisation);
    return organisation;
  }

  private static Optional<Long> agent(Handle handle, long organisation, String name) {
    return handle
        .createQuery(
            """
            select id from agents
            where organisation = :organisation and lower(name) = lower(:name) and revoked is null
            order by id limit 1
            """)
        .bind("organisation", organisation)
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  /// Its check code is one that nobody was told, until the agent logs in.
  private long add(Handle handle, long organisation, String name) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            insert into agents (organisation, name, code_blind, since)
            values (:organisation, :name, :code, cast(:now as timestamptz)::date) returning id
            """)
        .bind("organisation", organisation)
        .bind("name", name)
        .bind("code", keys.index().code(keys.codes().next(keys.random()).text()))
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }
}
