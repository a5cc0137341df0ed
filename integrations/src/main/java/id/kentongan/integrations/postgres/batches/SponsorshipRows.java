package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.talk.Sponsored.State;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.members.AgentAudit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of lists that villages pay for.
final class SponsorshipRows {
  private final NoticeBoard board;
  private final Batches.Time time;

  SponsorshipRows(Keyring keys, Batches.Time time) {
    this.board = new NoticeBoard(keys);
    this.time = time;
  }

  /// A list as it is sent: of `batch`, or the people of `renews` once more.
  record Fresh(
      long agent, String village, @Nullable Long batch, @Nullable String renews, Asked asked) {}

  /// For how many it is asked, what, and what that costs.
  record Asked(Set<Programme> programmes, int months, int people, Rupiah total) {}

  Sponsored add(Handle handle, String number, Fresh fresh) {
    Instant now = time.clock().instant();
    handle
        .createUpdate(
            """
            insert into sponsorships (number, agent, village, batch, renews, programmes, months,
              people, total, state, state_since, made)
            values (:number, :agent, :village, :batch, :renews, :programmes, :months,
              :people, :total, 'WAITING', :now, :now)
            """)
        .bind("number", number)
        .bind("agent", fresh.agent())
        .bind("village", fresh.village())
        .bind("batch", fresh.batch())
        .bind("renews", fresh.renews())
        .bind("programmes", Programmes.write(fresh.asked().programmes()))
        .bind("months", fresh.asked().months())
        .bind("people", fresh.asked().people())
        .bind("total", fresh.asked().total().amount())
        .bind("now", now)
        .execute();
    AgentAudit.write(handle, now, fresh.agent(), "send " + number);
    return new Sponsored(
        number,
        fresh.village(),
        fresh.asked().people(),
        fresh.asked().months(),
        fresh.asked().total(),
        State.WAITING,
        left(handle, fresh.village()));
  }

  /// What the village's budget of this year still holds.
  @Nullable Rupiah left(Handle handle, String village) {
    return VillageMoney.of(handle, village, time.month().getYear())
        .map(VillageMoney.Account::left)
        .orElse(null);
  }

  Optional<Sponsored> of(Handle handle, String number) {
    return handle
        .createQuery("select * from sponsorships where number = :number for update")
        .bind("number", number)
        .map((row, context) -> read(handle, row))
        .findOne();
  }

  /// Of a list as its agent sent it: one for each village.
  List<Sponsored> ofBatch(Handle handle, long batch) {
    return handle
        .createQuery(
            """
            select s.* from sponsorships s join batches b on b.id = s.batch
            where :batch in (b.id, b.parted) order by s.number
            """)
        .bind("batch", batch)
        .map((row, context) -> read(handle, row))
        .list();
  }

  List<Sponsored> ofAgent(Handle handle, long agent, int most) {
    return handle
        .createQuery(
            "select * from sponsorships where agent = :agent order by made desc limit :most")
        .bind("agent", agent)
        .bind("most", most)
        .map((row, context) -> read(handle, row))
        .list();
  }

  private Sponsored read(Handle handle, ResultSet row) throws SQLException {
    String village = row.getString("village");
    return new Sponsored(
        row.getString("number"),
        village,
        row.getInt("people"),
        row.getInt("months"),
        new Rupiah(row.getLong("total")),
        State.valueOf(row.getString("state")),
        left(handle, village));
  }

  /// Another state, told to the agent who sent it, if they are logged in.
  void move(Handle handle, Sponsored now, String said) {
    handle
        .createUpdate(
            """
            update sponsorships set state = :state, state_since = :now, people = :people,
              total = :total, said = :said
            where number = :number
            """)
        .bind("state", now.state().name())
        .bind("now", time.clock().instant())
        .bind("people", now.people())
        .bind("total", now.total().amount())
        .bind("said", said)
        .bind("number", now.number())
        .execute();
    var told =
        new Sponsored(
            now.number(),
            now.village(),
            now.people(),
            now.months(),
            now.total(),
            now.state(),
            left(handle, now.village()));
    handle
        .createQuery(
            """
            select a.talk from sponsorships s join agents a on a.id = s.agent
            where s.number = :number and a.talk is not null
            """)
        .bind("number", now.number())
        .mapTo(Long.class)
        .findOne()
        .ifPresent(talk -> board.put(handle, talk, new Notice.SponsorshipMoved(told, said)));
  }
}
