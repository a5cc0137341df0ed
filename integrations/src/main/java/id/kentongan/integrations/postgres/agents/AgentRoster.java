package id.kentongan.integrations.postgres.agents;

import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agents of organisations as a list: readable columns only.
public final class AgentRoster {
  private final Database database;

  public AgentRoster(Database database) {
    this.database = database;
  }

  /// `villages`: their codes; `in`: logged in from a conversation; `invited`: until when an
  /// invitation stands.
  public record Row(
      long agent,
      String name,
      Organisation organisation,
      List<String> villages,
      Standing standing) {}

  /// Since when there is this agent, and whether they can act.
  public record Standing(
      LocalDate since, boolean in, @Nullable Instant invited, boolean revoked, boolean sample) {}

  public Future<List<Row>> all(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select a.*, o.name organisation_name, o.kind, o.agreement, i.until,
                      (select string_agg(village, ' ' order by village) from agent_villages v
                        where v.agent = a.id) villages
                    from agents a join organisations o on o.id = a.organisation
                    left join agent_invitations i on i.agent = a.id
                    order by a.revoked is not null, o.name, a.name limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) -> {
                      String villages = row.getString("villages");
                      return new Row(
                          row.getLong("id"),
                          row.getString("name"),
                          organisation(row),
                          villages == null ? List.of() : List.of(villages.split(" ")),
                          new Standing(
                              row.getObject("since", LocalDate.class),
                              row.getLong("talk") != 0,
                              OfficerSessions.instant(row, "until"),
                              row.getTimestamp("revoked") != null,
                              row.getBoolean("sample")));
                    })
                .list());
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Organisation(
        row.getString("organisation_name"),
        kind == null ? null : Organisation.Kind.valueOf(kind),
        row.getString("agreement"));
  }
}
