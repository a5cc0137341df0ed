package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.members.Enrolments;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Enrols those of a list who are ready, some at a time: the core is asked for each, then all of
/// them are written in one transaction, each only if it is still ready.
final class BatchEnrolling {
  /// After so many the agent is told how far it is.
  private static final int SLICE = 500;

  private static final int TOGETHER = 100;

  /// The refusal of one who is a member already.
  private static final String MEMBER = "already-member";

  private static final long LONGEST_NANOS = 15_000_000_000L;

  private final Database database;
  private final Keyring keys;
  private final BatchRows rows;
  private final BatchKnown known;
  private final BatchRecord record;
  private final Core core;
  private final Supplier<Tariffs> tariffs;
  private final Batches.Time time;

  BatchEnrolling(
      Database database, Keyring keys, Core core, Supplier<Tariffs> tariffs, Batches.Time time) {
    this.database = database;
    this.keys = keys;
    this.rows = new BatchRows(keys);
    this.known = new BatchKnown(keys);
    this.record = new BatchRecord(keys, tariffs, rows, time);
    this.core = core;
    this.tariffs = tariffs;
    this.time = time;
  }

  /// The list to work on, as long as it may be worked on.
  @FunctionalInterface
  interface Find {
    Optional<Batches.Open> in(Handle handle);
  }

  /// What is under way: which list, since when, and which of the rows that were worked off were
  /// found to need no enrolling.
  private record Run(Find find, long begun, List<BatchRow> found) {}

  /// Those who are enrolled together.
  record Together(Batches.Open open, Terms terms, List<BatchRows.Kept> rows) {}

  /// What they join, from which month, and the consent it rests on.
  /// `sponsorship` names the list that the village pays for, if it does.
  record Terms(
      Set<Programme> programmes,
      YearMonth first,
      int months,
      long consent,
      @Nullable String sponsorship) {}

  /// What the core says of one.
  record Said(BatchRows.Kept row, EnrollmentForm form, Core.Decision decision) {}

  /// The rows that were found to need no enrolling.
  Future<List<BatchRow>> run(Find find) {
    return more(new Run(find, System.nanoTime(), new ArrayList<>()), 0);
  }

  private Future<List<BatchRow>> more(Run run, int done) {
    boolean enough = done >= SLICE || System.nanoTime() - run.begun() > LONGEST_NANOS;
    return enough
        ? Future.succeededFuture(run.found())
        : database
            .transact(handle -> next(handle, run))
            .compose(
                next ->
                    next.isEmpty()
                        ? Future.succeededFuture(run.found())
                        : together(run, next.get(), done));
  }

  private Optional<Together> next(Handle handle, Run run) {
    return run.find()
        .in(handle)
        .flatMap(
            open ->
                terms(handle, open)
                    .map(
                        terms -> {
                          var ready = rows.in(handle, open.batch(), BatchRow.State.READY, TOGETHER);
                          return new Together(open, terms, ready);
                        }))
        .filter(together -> !together.rows().isEmpty());
  }

  private Optional<Terms> terms(Handle handle, Batches.Open open) {
    YearMonth now = time.month();
    return handle
        .createQuery(
            """
            select b.programmes, b.first_month, b.months, b.consent, s.number as sponsorship
            from batches b left join sponsorships s on s.batch = b.id
            where b.id = :batch and b.consent is not null
            """)
        .bind("batch", open.batch())
        .map(
            (row, context) -> {
              YearMonth first = YearMonth.from(row.getObject("first_month", LocalDate.class));
              return new Terms(
                  Programmes.read(row.getString("programmes")),
                  // why: a row that is mended in a later month is not paid for in this one
                  first.isBefore(now) ? now : first,
                  row.getInt("months"),
                  row.getLong("consent"),
                  row.getString("sponsorship"));
            })
        .findOne();
  }

  private Future<List<BatchRow>> together(Run run, Together next, int done) {
    var asked = next.rows().stream().map(row -> said(next, row)).toList();
    return Future.join(asked)
        .transform(
            ended -> {
              var said = asked.stream().filter(Future::succeeded).map(Future::result).toList();
              // why: with the core away nothing is done, and the whole is tried again later
              return said.isEmpty()
                  ? Future.failedFuture(ended.cause())
                  : database
                      .transact(handle -> write(handle, run, next, said))
                      .compose(
                          written ->
                              ended.failed()
                                  ? Future.succeededFuture(run.found())
                                  : more(run, written ? done + said.size() : SLICE));
            });
  }

  private Future<Said> said(Together next, BatchRows.Kept row) {
    var good = (Good) row.said();
    EnrollmentForm form = form(next.terms(), good);
    LocalDate today = LocalDate.ofInstant(time.clock().instant(), time.zone());
    return core.member(form.person().nik(), today)
        .map(member -> member.filter(Enrolments::covered).isPresent())
        .compose(
            member ->
                member
                    ? Future.succeededFuture(new Said(row, form, new Core.Decision.Refused(MEMBER)))
                    : core.enroll(key(next, row.spot()), form)
                        .map(decision -> new Said(row, form, decision)));
  }

  /// why: the same for whoever asks again, and nothing that the core could read
  private String key(Together next, BatchStand.Spot spot) {
    String id = "batch/" + next.open().batch() + '/' + spot.source() + '/' + spot.line();
    return HexFormat.of().formatHex(keys.index().effect(id));
  }

  private EnrollmentForm form(Terms terms, Good good) {
    var prices =
        terms.sponsorship() == null ? tariffs.get() : tariffs.get().reckoned(Payer.VILLAGE);
    var price =
        prices.price(
            good.work().occupation().sector(),
            good.work().monthly(),
            terms.programmes(),
            terms.first(),
            terms.months());
    var plan =
        new EnrollmentForm.Plan(terms.programmes(), terms.first(), terms.months(), price.total());
    return new EnrollmentForm(good.person(), good.work(), plan, Map.of());
  }

  /// False when the list may not be worked on any more.
  private boolean write(Handle handle, Run run, Together next, List<Said> said) {
    if (run.find().in(handle).isEmpty()) {
      return false;
    }
    var niks = said.stream().map(one -> one.form().person().nik()).toList();
    Map<String, String> enrolled = known.enrolled(handle, next.open().agent(), niks);
    var fresh = new ArrayList<BatchRecord.Taken>();
    var others = new ArrayList<BatchRow>();
    for (Said one : said) {
      String number = enrolled.get(known.hex(one.form().person().nik()));
      if (number != null) {
        others.add(found(one, BatchRow.State.EARLIER, number));
        continue;
      }
      switch (one.decision()) {
        case Core.Decision.Taken taken ->
            fresh.add(new BatchRecord.Taken(one.row().spot(), one.form(), taken));
        case Core.Decision.Refused(String reason) ->
            others.add(
                found(
                    one,
                    reason.equals(MEMBER) ? BatchRow.State.MEMBER : BatchRow.State.REFUSED,
                    reason));
      }
    }
    long batch = next.open().batch();
    List<BatchRow> found = rows.change(handle, batch, BatchRow.State.READY, others);
    run.found().addAll(found);
    record.enrol(handle, next, fresh);
    record.members(handle, next, found);
    return true;
  }

  private static BatchRow found(Said one, BatchRow.State state, String other) {
    return new BatchRow(one.row().spot(), state, one.row().said(), other);
  }
}
