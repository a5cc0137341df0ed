package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.roll.RollField;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.BatchStand.Counts;
import id.kentongan.dialogs.talk.BatchStand.Known;
import id.kentongan.dialogs.talk.BatchStand.Share;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.matters.Programmes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells how a list stands.
final class BatchStands {
  private final BatchRows rows;
  private final Supplier<Tariffs> tariffs;

  BatchStands(BatchRows rows, Supplier<Tariffs> tariffs) {
    this.rows = rows;
    this.tariffs = tariffs;
  }

  BatchStand of(Handle handle, Batches.Open open, YearMonth month) {
    Map<BatchRow.State, Integer> n = rows.counts(handle, open.batch());
    BatchStand.@Nullable Terms terms = terms(handle, open.batch()).orElse(null);
    List<Good> ready = terms == null ? ready(handle, open.batch()) : List.of();
    int known =
        count(n, BatchRow.State.IN_LIST)
            + count(n, BatchRow.State.EARLIER)
            + count(n, BatchRow.State.MEMBER);
    var counts =
        new Counts(
            count(n, BatchRow.State.READY),
            count(n, BatchRow.State.ENROLLED),
            count(n, BatchRow.State.FAULTY),
            count(n, BatchRow.State.SKIPPED),
            known,
            count(n, BatchRow.State.REFUSED),
            (int) ready.stream().filter(Good::assumed).count());
    BatchStand.@Nullable Faulty next =
        rows.in(handle, open.batch(), BatchRow.State.FAULTY, 1).stream()
            .findFirst()
            .map(BatchStands::faulty)
            .orElse(null);
    return new BatchStand(
        Long.toString(open.batch()), counts, shares(ready, month), terms, next, open.village());
  }

  private static int count(Map<BatchRow.State, Integer> counts, BatchRow.State state) {
    return counts.getOrDefault(state, 0);
  }

  private List<Good> ready(Handle handle, long batch) {
    return rows.in(handle, batch, BatchRow.State.READY, Integer.MAX_VALUE).stream()
        .map(row -> (Good) row.said())
        .toList();
  }

  /// why by the base: all incomes of a band pay the same.
  private List<Share> shares(List<Good> ready, YearMonth month) {
    var people = new LinkedHashMap<Share, Integer>();
    for (Good row : ready) {
      Rupiah base = tariffs.get().base(row.work().monthly(), month);
      people.merge(new Share(row.work().occupation().sector(), base, 0), 1, Integer::sum);
    }
    var shares = new ArrayList<Share>();
    people.forEach((share, n) -> shares.add(new Share(share.sector(), share.monthly(), n)));
    return shares;
  }

  private static Optional<BatchStand.Terms> terms(Handle handle, long batch) {
    return handle
        .createQuery(
            """
            select b.programmes, b.months,
              (select number from sponsorships s where s.batch = b.id) as sponsorship,
              (select coalesce(sum(e.total), 0) from batch_rows r
                join enrolments e on e.number = r.enrolment
                where r.batch = b.id and r.state = 'ENROLLED') as total
            from batches b where b.id = :batch and b.agreed is not null
            """)
        .bind("batch", batch)
        .map(
            (row, context) ->
                new BatchStand.Terms(
                    Programmes.read(row.getString("programmes")),
                    row.getInt("months"),
                    new Rupiah(row.getLong("total")),
                    row.getString("sponsorship")))
        .findOne();
  }

  private static BatchStand.Faulty faulty(BatchRows.Kept row) {
    var bad = (RollRow.Bad) row.said();
    var told = new HashMap<String, String>();
    bad.told().forEach((RollField field, String text) -> told.put(field.name(), text));
    var fault = bad.fault();
    var problem = new BatchStand.Problem(fault.field().name(), fault.reason(), fault.detail());
    return new BatchStand.Faulty(row.spot(), bad.quoted(), told, problem);
  }

  /// The rows that need no enrolling, as they are named to the agent.
  static List<Known> known(List<BatchRow> rows) {
    var known = new ArrayList<Known>();
    for (BatchRow row : rows) {
      Known.Why why =
          switch (row.state()) {
            case IN_LIST -> Known.Why.IN_LIST;
            case EARLIER -> Known.Why.EARLIER;
            case MEMBER -> Known.Why.MEMBER;
            case REFUSED -> Known.Why.REFUSED;
            case READY, FAULTY, SKIPPED, ENROLLED -> null;
          };
      if (why != null) {
        String other = row.other();
        known.add(new Known(row.spot(), name(row.said()), why, other == null ? "" : other));
      }
    }
    return known;
  }

  static String name(RollRow row) {
    return switch (row) {
      case RollRow.Good good -> good.person().name();
      case RollRow.Twice twice -> twice.name();
      case RollRow.Bad bad -> bad.told().getOrDefault(RollField.NAME, "");
    };
  }
}
