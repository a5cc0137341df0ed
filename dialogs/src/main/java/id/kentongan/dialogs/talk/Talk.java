package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A conversation as it is kept. `stack` holds what the bot waits for, the top last: a digression
/// is laid on top and taken off again. `person` is the record this conversation is bound to,
/// `timers` the timers set and for when.
public record Talk(
    Language language,
    List<State> stack,
    @Nullable String person,
    Memory memory,
    Map<TimerName, Instant> timers) {
  public Talk {
    stack = List.copyOf(stack);
    timers = Map.copyOf(timers);
  }

  public static Talk fresh() {
    return new Talk(Language.INDONESIAN, List.of(), null, Memory.EMPTY, Map.of());
  }

  /// Whether all was erased since `before`: what was, may not be opened any more.
  public boolean erasedSince(Talk before) {
    String proof = memory.facts().get(Memory.ERASED);
    return proof != null && !proof.equals(before.memory().facts().get(Memory.ERASED));
  }

  /// What the bot waits for now; nothing when it is idle.
  public @Nullable State top() {
    return stack.isEmpty() ? null : stack.getLast();
  }
}
