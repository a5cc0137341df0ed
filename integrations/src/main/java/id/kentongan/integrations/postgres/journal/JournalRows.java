package id.kentongan.integrations.postgres.journal;

import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.postgres.Columns;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Rows of the journal, however many, in one statement: each column is an array. What was said
/// before an erasure is not written after it.
final class JournalRows {
  private static final String INSERT =
      """
      insert into journal (effect, at, talk, state, intent, confidence, texts, heard)
      select * from
        unnest(:effect, :at::timestamptz[], :talk, :state, :intent, :confidence, :texts, :heard)
          as told (effect, at, talk, state, intent, confidence, texts, heard)
      where not exists (select 1 from erasures e where e.talk = told.talk and e.made > told.at)
      on conflict do nothing
      """;

  private static final String LEFT =
      """
      update talks t set gone = greatest(t.gone, told.at)
      from (select talk, max(at) as at from unnest(:talk, :at::timestamptz[]) as one (talk, at)
        group by talk) as told
      where t.id = told.talk
        and not exists (select 1 from erasures e where e.talk = told.talk and e.made > told.at)
      """;

  private JournalRows() {}

  /// A line as it is written: `effect` blind; `texts` sealed, what `entry` says is not taken.
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared as a record
  record Row(byte[] effect, long talk, JournalEntry entry, byte[] texts) {}

  /// The number of those that were new.
  static int insert(Handle handle, List<Row> rows) {
    return handle
        .createUpdate(INSERT)
        .bind("effect", Columns.bytes(rows, Row::effect))
        .bind("at", Columns.texts(rows, row -> row.entry().at().toString()))
        .bind("talk", Columns.numbers(rows, Row::talk))
        .bind("state", Columns.texts(rows, row -> row.entry().state()))
        .bind("intent", Columns.texts(rows, row -> row.entry().intent()))
        .bind("confidence", Columns.fractions(rows, row -> row.entry().confidence()))
        .bind("texts", Columns.bytes(rows, Row::texts))
        .bind("heard", Columns.truths(rows, row -> row.entry().heard()))
        .execute();
  }

  /// Notes with their conversations who is not to be reached any more.
  static void left(Handle handle, List<Row> rows) {
    List<Row> left = rows.stream().filter(row -> row.entry().left()).toList();
    if (!left.isEmpty()) {
      handle
          .createUpdate(LEFT)
          .bind("at", Columns.texts(left, row -> row.entry().at().toString()))
          .bind("talk", Columns.numbers(left, Row::talk))
          .execute();
    }
  }
}
