package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Claims and notices of accidents as a family is told of them: with the promised day of what is
/// complete, the deadline of a notice, and the time chosen at the branch.
public final class ClaimRows {
  private final Offices offices;
  private final ZoneId zone;

  public ClaimRows(Offices offices, ZoneId zone) {
    this.offices = offices;
    this.zone = zone;
  }

  /// `column` of the conversations is `id`.
  public List<Answer.Matter> of(Handle handle, String column, long id) {
    return handle
        .createQuery(
            """
            select m.* from (
              select c.number, c.talk, c.state, c.state_since, c.made, v.at as visit,
                cast(null as timestamptz) as deadline
              from claims c left join visits v on v.claim = c.number
              union all
              select number, talk, state, state_since, made, null, deadline from accidents) m
            join talks t on t.id = m.talk
            where <column> = :id order by m.made, m.number
            """)
        .define("column", column)
        .bind("id", id)
        .map((row, context) -> matter(row))
        .list();
  }

  private Answer.Matter matter(ResultSet row) throws SQLException {
    Timestamp deadline = row.getTimestamp("deadline");
    String state = row.getString("state");
    Instant since = row.getTimestamp("state_since").toInstant();
    if (deadline != null) {
      boolean runs = AccidentState.of(state) == AccidentState.REPORTED;
      return new Answer.Matter(
          row.getString("number"), state, since, runs ? deadline.toInstant() : null, null);
    }
    ClaimState claim = ClaimState.valueOf(state);
    Timestamp visit = row.getTimestamp("visit");
    boolean coming = visit != null && claim == ClaimState.PREPARED;
    return new Answer.Matter(
        row.getString("number"),
        claim.words(),
        since,
        due(claim, since),
        coming ? visit.toInstant() : null);
  }

  private @Nullable Instant due(ClaimState state, Instant since) {
    return state == ClaimState.COMPLETE ? offices.promisedBy(since.atZone(zone)).toInstant() : null;
  }
}
