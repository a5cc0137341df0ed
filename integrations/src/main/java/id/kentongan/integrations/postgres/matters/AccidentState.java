package id.kentongan.integrations.postgres.matters;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where the first notice of a work accident stands. It is stored as its words are called.
public enum AccidentState {
  /// Written down from the chat; it has to reach the branch before its deadline.
  REPORTED,
  /// An officer has it: the deadline is kept.
  RECEIVED;

  /// The key of the words that tell it, under `matter`, e.g. `accident.reported`.
  public String words() {
    return "accident." + name().toLowerCase(Locale.ROOT);
  }

  /// Where an officer may move it from here.
  public Set<AccidentState> next() {
    return switch (this) {
      case REPORTED -> EnumSet.of(RECEIVED);
      case RECEIVED -> EnumSet.noneOf(AccidentState.class);
    };
  }

  /// The state of those words.
  public static AccidentState of(String words) {
    return valueOf(words.substring(words.indexOf('.') + 1).toUpperCase(Locale.ROOT));
  }
}
