package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.members.AgentAudit;
import id.kentongan.integrations.postgres.members.EnrolmentRows;
import id.kentongan.integrations.postgres.members.Enrolments;
import id.kentongan.integrations.postgres.members.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Writes people of a list into the records, as an agent's enrolments that rest on the list's
/// consent, and what an agent came to know of members.
final class BatchRecord {
  private final People people;
  private final EnrolmentRows enrolments;
  private final BatchRows rows;
  private final SponsoredPeople sponsored;
  private final Batches.Time time;

  BatchRecord(Keyring keys, Supplier<Tariffs> tariffs, BatchRows rows, Batches.Time time) {
    this.people = new People(keys);
    this.enrolments = new EnrolmentRows(keys, new Numbers(keys));
    this.rows = rows;
    this.sponsored = new SponsoredPeople(keys, tariffs, time);
    this.time = time;
  }

  /// Somebody of a list whom the core took.
  record Taken(Spot spot, EnrollmentForm form, Core.Decision.Taken taken) {}

  /// Only those whose row is still ready; what it says is then the person's own.
  void enrol(Handle handle, BatchEnrolling.Together next, List<Taken> all) {
    long batch = next.open().batch();
    long agent = next.open().agent();
    List<Taken> people = rows.claim(handle, batch, all);
    Instant now = time.clock().instant();
    List<EnrolmentRows.Row> written = written(handle, agent, people, now);
    List<EnrolmentRows.Followed> followed =
        enrolments.add(
            handle,
            written,
            people.stream().map(Taken::taken).toList(),
            LocalDate.ofInstant(now, time.zone()));
    rows.number(handle, batch, people, followed);
    sponsor(handle, next.terms(), written);
    var acts = new ArrayList<AgentAudit.Enrolled>();
    for (int i = 0; i < people.size(); i++) {
      long person = written.get(i).person().id();
      acts.add(
          new AgentAudit.Enrolled(agent, followed.get(i).number(), person, next.terms().consent()));
    }
    AgentAudit.enrolled(handle, now, acts);
  }

  private List<EnrolmentRows.Row> written(Handle handle, long agent, List<Taken> all, Instant now) {
    var by = new EnrolmentRows.By.Agent(agent);
    var facts = all.stream().map(one -> Enrolments.facts(one.form())).toList();
    List<People.Person> persons = people.add(handle, facts, false);
    var written = new ArrayList<EnrolmentRows.Row>();
    for (int i = 0; i < all.size(); i++) {
      var form = all.get(i).form();
      written.add(
          new EnrolmentRows.Row(by, persons.get(i), form, EnrollmentState.WAITING, now, false));
    }
    return written;
  }

  private void sponsor(Handle handle, BatchEnrolling.Terms terms, List<EnrolmentRows.Row> written) {
    String number = terms.sponsorship();
    if (number != null) {
      sponsored.add(handle, number, written.stream().map(BatchRecord::months).toList());
    }
  }

  private static SponsoredPeople.Month months(EnrolmentRows.Row row) {
    var plan = row.form().plan();
    return new SponsoredPeople.Month(row.person().id(), plan.first(), plan.months(), plan.total());
  }

  /// why: an agent came to know that somebody is a member, and that look must be seen
  void members(Handle handle, BatchEnrolling.Together next, List<BatchRow> found) {
    var matters =
        found.stream()
            .filter(row -> row.state() == BatchRow.State.MEMBER)
            .map(BatchRow::spot)
            .map(spot -> next.open().batch() + "/" + spot.source() + '/' + spot.line())
            .map("batch/"::concat)
            .toList();
    AgentAudit.found(
        handle, time.clock().instant(), next.open().agent(), next.terms().consent(), matters);
  }
}
