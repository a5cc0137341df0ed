package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.integrations.postgres.Keyring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Parts a list that is agreed on by village, as each village pays for its own people only: the
/// first village's stay in it, those of each other go to a list of their own, under its own key.
final class BatchParting {
  private final Keyring keys;
  private final BatchRows rows;

  BatchParting(Keyring keys, BatchRows rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /// The people of one village who are ready, in their list.
  record Part(long batch, String village, List<Good> people) {}

  /// In the order in which the list names the villages.
  List<Part> byVillage(Handle handle, Batches.Open open) {
    Map<String, List<BatchRows.Kept>> villages = new LinkedHashMap<>();
    for (var row : rows.in(handle, open.batch(), BatchRow.State.READY, Integer.MAX_VALUE)) {
      villages
          .computeIfAbsent(said(row).person().village().code(), code -> new ArrayList<>())
          .add(row);
    }
    var parts = new ArrayList<Part>();
    villages.forEach(
        (village, people) -> {
          long batch = parts.isEmpty() ? open.batch() : part(handle, open.batch(), people);
          parts.add(new Part(batch, village, people.stream().map(BatchParting::said).toList()));
        });
    return parts;
  }

  private static Good said(BatchRows.Kept row) {
    return (Good) row.said();
  }

  private long part(Handle handle, long from, List<BatchRows.Kept> people) {
    long batch =
        handle
            .createQuery(
                """
                insert into batches
                  (agent, made, agreed, programmes, first_month, months, consent, parted)
                select agent, made, agreed, programmes, first_month, months, consent, id
                from batches where id = :from returning id
                """)
            .bind("from", from)
            .mapTo(Long.class)
            .one();
    keys.give(handle, "batch/" + batch, keys.fresh());
    rows.add(
        handle,
        batch,
        people.stream()
            .map(row -> new BatchRow(row.spot(), row.state(), row.said(), null))
            .toList());
    try (PreparedBatch gone =
        handle.prepareBatch("delete from batch_rows where batch = ? and source = ? and line = ?")) {
      people.forEach(row -> gone.add(from, row.spot().source(), row.spot().line()));
      gone.execute();
    }
    return batch;
  }
}
