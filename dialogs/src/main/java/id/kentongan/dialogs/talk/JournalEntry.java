package id.kentongan.dialogs.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a turn was, for the records: `said` what the person wrote, `answered` what we said; both
/// are encrypted there, the rest is readable to SQL.
public record JournalEntry(
    String event,
    Instant at,
    String said,
    String answered,
    String state,
    @Nullable String intent,
    double confidence) {}
