package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Nik;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /// Another state of a row that has the state `before`, with what it says now; false when it has
  /// that state no longer.
  boolean change(Handle handle, long batch, BatchRow.State before, BatchRow now) {
    return handle
            .createUpdate(
                """
                update batch_rows
                set state = :state, nik_blind = :nik, body = :body, other = :other
                where batch = :batch and source = :source and line = :line and state = :before
                """)
            .bind("state", now.state().name())
            .bind("nik", blind(now.said()))
            .bind("body", seal(secrets(handle, batch), now.said()))
            .bind("other", now.other())
            .bind("batch", batch)
            .bind("source", now.spot().source())
            .bind("line", now.spot().line())
            .bind("before", before.name())
            .execute()
        == 1;
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
