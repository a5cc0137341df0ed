package id.kentongan.integrations.postgres.learning;

import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps for review what was not understood, and what a person's next act shows was misunderstood.
/// Of each conversation that is going on it holds the last message; none after a restart.
public final class Reviews {
  private static final int MOST = 2_000;

  /// Less was not acted on by any model so far.
  private static final double LIKELY = 0.6;

  private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

  private final Reviewing reviewing;
  private final Map<ConversationId, JournalEntry> last = new Latest();

  public Reviews(Reviewing reviewing) {
    this.reviewing = reviewing;
  }

  /// What is kept of a line, or of the one before it.
  public Optional<Reviewing.Kept> of(Journal.Line line) {
    JournalEntry entry = line.entry();
    var seen = before(line).flatMap(before -> reviewing.hindsight(before, entry.said()));
    if (seen.isPresent() || entry.intent() == null) {
      return seen;
    }
    var doubtful = reviewing.doubtful(entry.said(), entry.confidence());
    return doubtful.isEmpty() && outside(entry) ? reviewing.outside(entry.said()) : doubtful;
  }

  /// why: within a form a name or a sum is no wish either.
  private static boolean outside(JournalEntry entry) {
    return EarTrainer.OUT_OF_SCOPE.equals(entry.intent()) && entry.state().isEmpty();
  }

  /// What the person said just before, when it was words.
  private synchronized Optional<String> before(Journal.Line line) {
    JournalEntry entry = line.entry();
    JournalEntry before = last.put(line.conversation(), entry);
    return before != null
            && before.intent() != null
            && soon(before.at(), entry.at())
            && telling(before, entry)
        ? Optional.of(before.said())
        : Optional.empty();
  }

  /// why: hearing two messages again for each one would cost more than all the rest of its turn.
  private boolean telling(JournalEntry before, JournalEntry now) {
    return now.intent() == null
        ? now.said().startsWith('[' + Reviewing.WISH)
        : reviewing.corrects(now.said())
            || (!now.intent().equals(before.intent())
                && Math.min(before.confidence(), now.confidence()) >= LIKELY);
  }

  /// why: a batch that is written once more meets its own messages.
  private static boolean soon(Instant before, Instant now) {
    return before.isBefore(now) && before.isAfter(now.minus(JUST_BEFORE));
  }

  /// The most recently used.
  private static final class Latest extends LinkedHashMap<ConversationId, JournalEntry> {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ConversationId, JournalEntry> eldest) {
      return size() > MOST;
    }
  }
}
