package id.kentongan.dialogs.talk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a conversation remembers beside what it waits for: how often in a row the bot was in doubt,
/// the time of the person's last event, the choices last shown (so that a typed number or label
/// taps one), the subject of the last question with its values, facts told without being asked.
public record Memory(
    int doubts,
    @Nullable Instant lastAt,
    List<Choice> choices,
    @Nullable String subject,
    Map<String, String> facts) {
  /// The fact that names the proof of the erasure after which a conversation began anew.
  public static final String ERASED = "erased";

  public static final Memory EMPTY = new Memory(0, null, List.of(), null, Map.of());

  public Memory {
    choices = List.copyOf(choices);
    facts = Map.copyOf(facts);
  }

  /// Whether a choice was shown last.
  public boolean showed(String id) {
    for (Choice choice : choices) {
      if (choice.id().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
