package id.kentongan.bot.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the reconciliation counted; violations with the first few told in words.
final class Findings {
  private static final int TOLD = 20;
  private static final int LONGEST = 400;

  private final Map<Violation, Integer> violations = new EnumMap<>(Violation.class);
  private final List<String> told = new ArrayList<>();
  int journeys;
  int letters;
  int acknowledged;
  int turns;
  int answers;
  int doubled;
  int dead;
  int refused;
  int withdrawn;
  int photographs;

  /// A broken promise.
  enum Violation {
    /// Acknowledged, and no turn.
    MESSAGE_LOST,
    /// More than one turn for one event.
    MESSAGE_DOUBLED,
    /// A turn that the journal does not know, or knows and the state does not.
    RECORD_ASTRAY,
    /// An answer that never arrived.
    ANSWER_LOST,
    /// An answer twice, though nothing was broken between.
    ANSWER_DOUBLED,
    /// An answer before one of an earlier turn.
    ANSWER_OUT_OF_ORDER,
    /// Something that no turn said.
    ANSWER_INVENTED,
    /// Something that goes on waiting.
    STUCK,
    /// An enrolment told and not kept, kept and not told, or twice.
    ENROLMENT_WRONG,
    /// The same of a claim.
    CLAIM_WRONG,
    /// A photograph of which its sender was told nothing, or that a claim has and its sender not.
    PHOTOGRAPH_WRONG,
    /// More memory, files or threads than at the beginning.
    GROWN
  }

  void add(Violation violation, String what) {
    violations.merge(violation, 1, Integer::sum);
    if (told.size() < TOLD) {
      String line = violation + ": " + what.replace('\n', '|');
      told.add(line.substring(0, Math.min(line.length(), LONGEST)));
    }
  }

  int count(Violation violation) {
    return violations.getOrDefault(violation, 0);
  }

  int violations() {
    return violations.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean none() {
    return violations.isEmpty();
  }

  List<String> told() {
    return List.copyOf(told);
  }
}
