package id.kentongan.integrations.postgres.broadcasts;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Broadcast;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Draft;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.State;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Tally;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Told;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The rows of broadcasts.
public final class BroadcastRows {
  private BroadcastRows() {}

  static long insert(Handle handle, String author, Draft draft, Instant now) {
    Audience audience = draft.audience();
    return handle
        .createQuery(
            """
            insert into broadcasts (title, text, village, membership, occupation, language, channel,
              per_minute, state, author, made)
            values (:title, :text, :village, :membership, :occupation, :language, :channel,
              :minute, 'DRAFT', :author, :now)
            returning id
            """)
        .bind("title", draft.title())
        .bind("text", draft.text())
        .bind("village", audience.village())
        .bind("membership", audience.membership().name())
        .bind("occupation", audience.occupation())
        .bind("language", audience.language())
        .bind("channel", audience.channel())
        .bind("minute", draft.perMinute())
        .bind("author", author)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  static List<Broadcast> latest(Handle handle, int most) {
    return handle
        .createQuery("select * from broadcasts order by id desc limit :most")
        .bind("most", most)
        .map((row, context) -> broadcast(row))
        .list();
  }

  static Optional<Broadcast> find(Handle handle, long id) {
    return found(handle, "select * from broadcasts where id = :id", id);
  }

  static Optional<Broadcast> locked(Handle handle, long id) {
    return found(handle, "select * from broadcasts where id = :id for update", id);
  }

  private static Optional<Broadcast> found(Handle handle, String query, long id) {
    return handle.createQuery(query).bind("id", id).map((row, context) -> broadcast(row)).findOne();
  }

  static List<Tally> tallies(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select state, count(*) as people from broadcast_people where broadcast = :id
            group by state order by state
            """)
        .bind("id", id)
        .map((row, context) -> new Tally(row.getString("state"), row.getInt("people")))
        .list();
  }

  static List<Told> people(Handle handle, long id, String state, int most) {
    return handle
        .createQuery(
            """
            select b.talk, b.channel, b.state, b.why, p.name,
              coalesce(b.ended, b.released) as at
            from broadcast_people b join talks t on t.id = b.talk
            left join persons p on p.id = t.person
            where b.broadcast = :id and (:state = '' or b.state = :state)
            order by at desc nulls first, b.talk limit :most
            """)
        .bind("id", id)
        .bind("state", state)
        .bind("most", most)
        .map(
            (row, context) ->
                new Told(
                    row.getLong("talk"),
                    row.getString("name"),
                    row.getString("channel"),
                    row.getString("state"),
                    row.getString("why"),
                    OfficerSessions.instant(row, "at")))
        .list();
  }

  /// What became of it in a conversation.
  public static void note(
      Handle handle, long talk, Effect.NoteAnnouncement note, InstantSource clock) {
    handle.execute(
        """
        update broadcast_people set state = ?, why = ?, ended = ?
        where broadcast = ? and talk = ? and state in ('RELEASED', 'UNKNOWN')
        """,
        note.came().name(),
        note.why(),
        clock.instant(),
        note.broadcast(),
        talk);
  }

  static Broadcast broadcast(ResultSet row) throws SQLException {
    var audience =
        new Audience(
            row.getString("village"),
            Audience.Membership.valueOf(row.getString("membership")),
            row.getString("occupation"),
            row.getString("language"),
            row.getString("channel"));
    return new Broadcast(
        row.getLong("id"),
        new Draft(
            row.getString("title"), row.getString("text"), audience, row.getInt("per_minute")),
        State.valueOf(row.getString("state")),
        new Who(
            row.getString("author"),
            row.getTimestamp("made").toInstant(),
            row.getString("approver"),
            OfficerSessions.instant(row, "started"),
            row.getString("stopper"),
            OfficerSessions.instant(row, "ended")));
  }
}
