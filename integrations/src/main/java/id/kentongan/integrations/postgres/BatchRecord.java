package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Core;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Writes one person of a list into the records, as an agent's enrolment that rests on the list's
/// consent, and what an agent came to know of a member.
final class BatchRecord {
  private final People people;
  private final EnrolmentRows rows;
  private final Batches.Time time;

  BatchRecord(Keyring keys, Batches.Time time) {
    this.people = new People(keys);
    this.rows = new EnrolmentRows(keys, new Numbers(keys));
    this.time = time;
  }

  /// Only if the row is still ready; what it says is then the person's own.
  void enrol(Handle handle, BatchEnrolling.Together next, BatchEnrolling.Said said) {
    long batch = next.open().batch();
    var spot = said.row().spot();
    int claimed =
        handle.execute(
            """
            update batch_rows set state = 'ENROLLED', body = null
            where batch = ? and source = ? and line = ? and state = 'READY'
            """,
            batch,
            spot.source(),
            spot.line());
    if (claimed == 0 || !(said.decision() instanceof Core.Decision.Taken taken)) {
      return;
    }
    Instant now = time.clock().instant();
    long agent = next.open().agent();
    People.Person person = people.add(handle, Enrolments.facts(said.form()), false);
    var row =
        new EnrolmentRows.Row(
            OptionalLong.empty(), person, said.form(), EnrollmentState.WAITING, now, false);
    String number = rows.number(handle, LocalDate.ofInstant(now, time.zone()));
    Code receipt = rows.receipt(handle, number);
    rows.write(handle, row, number, receipt, taken);
    handle.execute("update enrolments set agent = ? where number = ?", agent, number);
    handle.execute(
        "update batch_rows set enrolment = ? where batch = ? and source = ? and line = ?",
        number,
        batch,
        spot.source(),
        spot.line());
    AgentAudit.enrolled(
        handle, now, new AgentAudit.Enrolled(agent, number, person.id(), next.terms().consent()));
  }

  /// why: an agent came to know that somebody is a member, and that look must be seen
  void member(Handle handle, BatchEnrolling.Together next, BatchRow row) {
    if (row.state() == BatchRow.State.MEMBER) {
      handle.execute(
          "insert into audit (at, officer, act, matter, agent, consent) values (?, ?, ?, ?, ?, ?)",
          time.clock().instant(),
          "agent/" + next.open().agent(),
          "find member",
          "batch/" + next.open().batch() + '/' + row.spot().source() + '/' + row.spot().line(),
          next.open().agent(),
          next.terms().consent());
    }
  }
}
