package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Effect;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// Rows of the journal, however many, in one statement: each column is an array.
final class JournalRows {
  private static final String INSERT =
      """
      insert into journal (effect, at, talk, state, intent, confidence, texts)
      select * from
        unnest(:effect, :at::timestamptz[], :talk, :state, :intent, :confidence, :texts)
      on conflict do nothing
      """;

  private JournalRows() {}

  /// `effects` blind; `texts` sealed: what was said and answered is not taken from `entries`. The
  /// number of those that were new.
  static int insert(
      Handle handle,
      List<byte[]> effects,
      List<Long> talks,
      List<Effect.JournalEntry> entries,
      List<byte[]> texts) {
    var confidence = entries.stream().map(entry -> (float) entry.confidence());
    return handle
        .createUpdate(INSERT)
        .bind("effect", array("bytea", effects.toArray(byte[][]::new)))
        .bind("at", texts(entries, entry -> entry.at().toString()))
        .bind("talk", array("int8", talks.toArray(Long[]::new)))
        .bind("state", texts(entries, Effect.JournalEntry::state))
        .bind("intent", texts(entries, Effect.JournalEntry::intent))
        .bind("confidence", array("float4", confidence.toArray(Float[]::new)))
        .bind("texts", array("bytea", texts.toArray(byte[][]::new)))
        .execute();
  }

  private static Argument texts(
      List<Effect.JournalEntry> entries, Function<Effect.JournalEntry, @Nullable String> text) {
    return array("text", entries.stream().map(text).toArray(String[]::new));
  }

  private static Argument array(String type, @Nullable Object[] values) {
    return (at, statement, context) ->
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
  }
}
