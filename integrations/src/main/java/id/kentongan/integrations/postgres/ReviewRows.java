package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.ear.Reviewing.Kept;
import id.kentongan.integrations.Journal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The messages kept for review.
public final class ReviewRows {
  private static final int MOST = 100_000;

  private ReviewRows() {}

  /// One message as the people who label it see it.
  public record Row(LocalDate day, String state, Kept kept) {}

  /// Writing one again changes nothing.
  static void insert(Handle handle, byte[] effect, Journal.Line line, Kept kept) {
    handle
        .createUpdate(
            """
            insert into review (effect, day, language, state, intent, confidence, why, text)
            values (:effect, :day, :language, :state, :intent, :confidence, :why, :text)
            on conflict do nothing
            """)
        .bind("effect", effect)
        .bind("day", Date.valueOf(LocalDate.ofInstant(line.entry().at(), ZoneOffset.UTC)))
        .bind("language", kept.language())
        .bind("state", line.entry().state())
        .bind("intent", kept.intent())
        .bind("confidence", (float) kept.confidence())
        .bind("why", kept.why())
        .bind("text", kept.text())
        .execute();
  }

  /// The newest first; each text once.
  public static List<Row> list(Handle handle) {
    return handle
        .createQuery(
            """
            select * from (select distinct on (text) * from review order by text, day desc) r
            order by day desc, text limit :most
            """)
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Row(
                    row.getObject("day", LocalDate.class),
                    row.getString("state"),
                    new Kept(
                        row.getString("language"),
                        row.getString("intent"),
                        row.getDouble("confidence"),
                        row.getString("why"),
                        row.getString("text"))))
        .list();
  }
}
