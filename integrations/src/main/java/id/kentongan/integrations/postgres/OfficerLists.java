package id.kentongan.integrations.postgres;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists for the protected officers' page: tickets, enrolments and claims with their state, latest
/// first. Readable columns only: nothing is decrypted for a list.
public final class OfficerLists {
  private final Database database;

  public OfficerLists(Database database) {
    this.database = database;
  }

  public record Ticket(
      String number,
      String topic,
      TicketState state,
      @Nullable String officer,
      String channel,
      Instant until,
      Instant made) {}

  public record Enrollment(
      String number,
      String name,
      String village,
      EnrollmentState state,
      Instant since,
      boolean sample) {}

  public record Claim(
      String number,
      String deceased,
      String heir,
      ClaimState state,
      Instant since,
      long papers,
      boolean sample) {}

  public Future<List<Ticket>> tickets(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select k.*, t.channel from tickets k join talks t on t.id = k.talk
                    order by k.made desc, k.number desc limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Ticket(
                            row.getString("number"),
                            row.getString("topic"),
                            TicketState.valueOf(row.getString("state")),
                            row.getString("officer"),
                            row.getString("channel"),
                            row.getTimestamp("until").toInstant(),
                            row.getTimestamp("made").toInstant()))
                .list());
  }

  public Future<List<Enrollment>> enrollments(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select e.*, p.name, p.village from enrolments e join persons p on p.id = e.person
                    order by e.made desc, e.number desc limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Enrollment(
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("village"),
                            EnrollmentState.valueOf(row.getString("state")),
                            row.getTimestamp("state_since").toInstant(),
                            row.getBoolean("sample")))
                .list());
  }

  public Future<List<Claim>> claims(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select c.*, (select count(*) from claim_papers p where p.claim = c.number) papers
                    from claims c order by c.made desc, c.number desc limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Claim(
                            row.getString("number"),
                            row.getString("deceased"),
                            row.getString("heir"),
                            ClaimState.valueOf(row.getString("state")),
                            row.getTimestamp("state_since").toInstant(),
                            row.getLong("papers"),
                            row.getBoolean("sample")))
                .list());
  }
}
