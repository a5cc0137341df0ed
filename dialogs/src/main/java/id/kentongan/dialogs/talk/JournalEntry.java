package id.kentongan.dialogs.talk;

import java.time.Instant;
import java.util.Set;
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
    double confidence) {
  /// What is said where no person did anything: a timer, a notice, an answer, their leaving.
  private static final Set<String> UNSAID =
      Set.of(
          of(Event.Due.class),
          of(Event.Noticed.class),
          of(Event.Answered.class),
          of(Event.Left.class));

  /// What is said where an event has no words of its own.
  public static String of(Class<? extends Event> event) {
    return '(' + event.getSimpleName() + ')';
  }

  /// Whether what was said is what the person wrote, tapped or sent.
  public static boolean heard(String said) {
    return !UNSAID.contains(said);
  }

  public boolean heard() {
    return heard(said);
  }

  /// Whether the person was found to be no more reachable.
  public boolean left() {
    return said.equals(of(Event.Left.class));
  }
}
