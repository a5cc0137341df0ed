package id.kentongan.integrations.postgres.learning;

import id.kentongan.dialogs.ear.Reviewing.Kept;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.postgres.Columns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The messages kept for review.
public final class ReviewRows {
  private static final int MOST = 100_000;

  private ReviewRows() {}

  /// One message as the people who label it see it; `label` is the intent that an officer gave it,
  /// else empty.
  public record Row(LocalDate day, String state, String label, Kept kept) {}

  /// One message as it is written: `effect` blind.
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared as a record
  public record Fresh(byte[] effect, Journal.Line line, Kept kept) {}

  /// Writing one again changes nothing.
  public static void insert(Handle handle, List<Fresh> rows) {
    if (rows.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into review (effect, day, language, state, intent, confidence, why, text)
            select * from unnest(:effect, :day::date[], :language, :state, :intent, :confidence,
              :why, :text)
            on conflict do nothing
            """)
        .bind("effect", Columns.bytes(rows, Fresh::effect))
        .bind("day", Columns.texts(rows, row -> day(row.line()).toString()))
        .bind("language", Columns.texts(rows, row -> row.kept().language()))
        .bind("state", Columns.texts(rows, row -> row.line().entry().state()))
        .bind("intent", Columns.texts(rows, row -> row.kept().intent()))
        .bind("confidence", Columns.fractions(rows, row -> row.kept().confidence()))
        .bind("why", Columns.texts(rows, row -> row.kept().why()))
        .bind("text", Columns.texts(rows, row -> row.kept().text()))
        .execute();
  }

  private static LocalDate day(Journal.Line line) {
    return LocalDate.ofInstant(line.entry().at(), ZoneOffset.UTC);
  }

  /// The newest first; each text once, with what its writer said of it where they did. What an
  /// officer said teaches nothing is left out.
  public static List<Row> list(Handle handle) {
    return handle
        .createQuery(
            """
            select r.*, coalesce(l.intent, '') as label from (
              select distinct on (text) * from review
              order by text, why in ('lost', 'doubt', 'outside'), day desc) r
            left join review_labels l on l.text = r.text
            where l.intent is distinct from ''
            order by day desc, r.text limit :most
            """)
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Row(
                    row.getObject("day", LocalDate.class),
                    row.getString("state"),
                    row.getString("label"),
                    new Kept(
                        row.getString("language"),
                        row.getString("intent"),
                        row.getDouble("confidence"),
                        row.getString("why"),
                        row.getString("text"))))
        .list();
  }
}
