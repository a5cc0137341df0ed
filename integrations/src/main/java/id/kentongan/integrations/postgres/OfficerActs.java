package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// What an officer does to a matter: the row, the word to the conversation and the audit are one
/// transaction. Each tells whether there was such a matter to change.
public final class OfficerActs {
  private final Database database;
  private final NoticeBoard board;
  private final InstantSource clock;

  public OfficerActs(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.board = new NoticeBoard(new Keyring(master));
    this.clock = clock;
  }

  public Future<Boolean> moveEnrollment(String officer, String number, EnrollmentState state) {
    return database.transact(
        handle -> move(handle, "enrolments", officer, number, state.name(), state.words()));
  }

  public Future<Boolean> moveClaim(String officer, String number, ClaimState state) {
    return database.transact(
        handle -> move(handle, "claims", officer, number, state.name(), state.words()));
  }

  /// The officer takes the conversation of a ticket over: the bot falls silent.
  public Future<Boolean> takeOver(String officer, String ticket) {
    return ticket(officer, ticket, TicketState.TAKEN, new Notice.TakenOver(officer), "take over");
  }

  /// The conversation goes back to the bot and the ticket is done.
  public Future<Boolean> giveBack(String officer, String ticket) {
    return ticket(officer, ticket, TicketState.DONE, new Notice.GivenBack(), "give back");
  }

  /// Says something to the person of a ticket that this officer has taken.
  public Future<Boolean> say(String officer, String ticket, String text) {
    return database.transact(
        handle ->
            talk(
                    handle,
                    "select talk from tickets where number = ? and officer = ? and state = 'TAKEN'",
                    ticket,
                    officer)
                .map(
                    talk -> {
                      board.put(handle, talk, new Notice.OfficerSaid(text));
                      audit(handle, officer, "say", ticket);
                      return true;
                    })
                .orElse(false));
  }

  private boolean move(
      Handle handle, String table, String officer, String number, String state, String words) {
    // why <>: moving to the state it has tells nobody anything.
    Optional<OptionalLong> moved =
        handle
            .createQuery(
                """
                update <table> set state = :state, state_since = :now
                where number = :number and state != :state returning talk
                """)
            .define("table", table)
            .bind("state", state)
            .bind("now", clock.instant())
            .bind("number", number)
            .map(
                (row, context) -> {
                  long talk = row.getLong("talk");
                  return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(talk);
                })
            .findOne();
    if (moved.isEmpty()) {
      return false;
    }
    moved.get().ifPresent(talk -> board.put(handle, talk, new Notice.MatterMoved(number, words)));
    audit(handle, officer, "move to " + state, number);
    return true;
  }

  private Future<Boolean> ticket(
      String officer, String ticket, TicketState to, Notice notice, String act) {
    TicketState from = to == TicketState.TAKEN ? TicketState.WAITING : TicketState.TAKEN;
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    update tickets set state = :to, officer = :officer, state_since = :now
                    where number = :number and state = :from returning talk
                    """)
                .bind("to", to.name())
                .bind("from", from.name())
                .bind("officer", officer)
                .bind("now", clock.instant())
                .bind("number", ticket)
                .mapTo(Long.class)
                .findOne()
                .map(
                    talk -> {
                      board.put(handle, talk, notice);
                      audit(handle, officer, act, ticket);
                      return true;
                    })
                .orElse(false));
  }

  private static Optional<Long> talk(Handle handle, String sql, String number, String officer) {
    return handle.select(sql, number, officer).mapTo(Long.class).findOne();
  }

  private void audit(Handle handle, String officer, String act, String matter) {
    AuditLines.add(handle, clock.instant(), officer, act, matter);
  }
}
