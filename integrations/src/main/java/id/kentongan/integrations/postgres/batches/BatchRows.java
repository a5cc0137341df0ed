package id.kentongan.integrations.postgres.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.members.EnrolmentRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The rows of lists, what they say sealed under the list's key.
final class BatchRows {
  private static final JsonMapper JSON = StoredJson.mapper(List.of());

  private final Keyring keys;

  BatchRows(Keyring keys) {
    this.keys = keys;
  }

  /// A row that was kept, opened.
  record Kept(Spot spot, BatchRow.State state, RollRow said) {}

  Secrets secrets(Handle handle, long batch) {
    return keys.batch(handle, batch);
  }

  void add(Handle handle, long batch, List<BatchRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Secrets secrets = secrets(handle, batch);
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            insert into batch_rows (batch, source, line, state, nik_blind, body, other)
            values (:batch, :source, :line, :state, :nik, :body, :other)
            on conflict do nothing
            """)) {
      rows.forEach(row -> bound(inserts, batch, row, secrets).add());
      inserts.execute();
    }
  }

  private PreparedBatch bound(PreparedBatch inserts, long batch, BatchRow row, Secrets secrets) {
    return inserts
        .bind("batch", batch)
        .bind("source", row.spot().source())
        .bind("line", row.spot().line())
        .bind("state", row.state().name())
        .bind("nik", blind(row.said()))
        .bind("body", seal(secrets, row.said()))
        .bind("other", row.other());
  }

  /// Another state of rows that have the state `before`, with what they say now; those that have
  /// that state no longer are left out of the answer.
  List<BatchRow> change(Handle handle, long batch, BatchRow.State before, List<BatchRow> now) {
    if (now.isEmpty()) {
      return now;
    }
    Secrets secrets = secrets(handle, batch);
    try (PreparedBatch updates =
        handle.prepareBatch(
            """
            update batch_rows
            set state = :state, nik_blind = :nik, body = :body, other = :other
            where batch = :batch and source = :source and line = :line and state = :before
            """)) {
      now.forEach(row -> bound(updates, batch, row, secrets).bind("before", before.name()).add());
      return changed(now, updates.execute());
    }
  }

  /// Marks those as enrolled who are still ready, and forgets what their rows said; the others are
  /// left out of the answer.
  List<BatchRecord.Taken> claim(Handle handle, long batch, List<BatchRecord.Taken> all) {
    if (all.isEmpty()) {
      return all;
    }
    try (PreparedBatch updates =
        handle.prepareBatch(
            """
            update batch_rows set state = 'ENROLLED', body = null
            where batch = ? and source = ? and line = ? and state = 'READY'
            """)) {
      all.forEach(one -> updates.add(batch, one.spot().source(), one.spot().line()));
      return changed(all, updates.execute());
    }
  }

  /// Notes under which numbers they are enrolled.
  void number(
      Handle handle,
      long batch,
      List<BatchRecord.Taken> all,
      List<EnrolmentRows.Followed> followed) {
    if (all.isEmpty()) {
      return;
    }
    try (PreparedBatch updates =
        handle.prepareBatch(
            "update batch_rows set enrolment = ? where batch = ? and source = ? and line = ?")) {
      for (int i = 0; i < all.size(); i++) {
        Spot spot = all.get(i).spot();
        updates.add(followed.get(i).number(), batch, spot.source(), spot.line());
      }
      updates.execute();
    }
  }

  private static <T> List<T> changed(List<T> all, int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] == 1)
        .<T>mapToObj(all::get)
        .toList();
  }

  List<Kept> in(Handle handle, long batch, BatchRow.State state, int most) {
    Secrets secrets = secrets(handle, batch);
    return handle
        .createQuery(
            """
            select source, line, body from batch_rows
            where batch = :batch and state = :state and body is not null
            order by source, line limit :most
            """)
        .bind("batch", batch)
        .bind("state", state.name())
        .bind("most", most)
        .map(
            (row, context) ->
                new Kept(
                    new Spot(row.getInt("source"), row.getInt("line")),
                    state,
                    open(secrets, row.getBytes("body"))))
        .list();
  }

  Map<BatchRow.State, Integer> counts(Handle handle, long batch) {
    var counts = new EnumMap<BatchRow.State, Integer>(BatchRow.State.class);
    handle
        .createQuery("select state, count(*) as n from batch_rows where batch = :b group by state")
        .bind("b", batch)
        .map(
            (row, context) ->
                Map.entry(BatchRow.State.valueOf(row.getString("state")), row.getInt("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  RollRow open(Secrets secrets, byte[] body) {
    try {
      return JSON.readValue(secrets.open("row", body), RollRow.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of another shape was kept", e);
    }
  }

  private static byte[] seal(Secrets secrets, RollRow said) {
    try {
      return secrets.seal("row", JSON.writerFor(RollRow.class).writeValueAsString(said));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row cannot be written", e);
    }
  }

  private byte @Nullable [] blind(RollRow said) {
    Nik nik =
        switch (said) {
          case RollRow.Good good -> good.person().nik();
          case RollRow.Twice twice -> twice.nik();
          case RollRow.Bad bad -> null;
        };
    return nik == null ? null : keys.index().nik(nik);
  }
}
