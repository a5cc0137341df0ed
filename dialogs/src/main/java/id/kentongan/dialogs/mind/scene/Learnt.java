package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Memory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a turn changes of the memory: doubts in a row, the subject talked about, facts told.
public record Learnt(int doubts, @Nullable String subject, Map<String, String> facts) {
  private static final String VILLAGE = "village";

  static Learnt from(Memory memory) {
    return new Learnt(memory.doubts(), memory.subject(), memory.facts());
  }

  Learnt with(String fact, String value) {
    if (value.equals(facts.get(fact))) {
      return this;
    }
    var more = new HashMap<>(facts);
    more.put(fact, value);
    return new Learnt(doubts, subject, more);
  }

  Learnt without(String fact) {
    var fewer = new HashMap<>(facts);
    fewer.remove(fact);
    return new Learnt(doubts, subject, fewer);
  }

  /// The code of the village that the person lives in, once it was told.
  public @Nullable String village() {
    return facts.get(VILLAGE);
  }

  /// Times are told in that village's time from here on.
  public Learnt livingIn(String village) {
    return with(VILLAGE, village);
  }

  /// All forgotten but one fact.
  Learnt only(String fact) {
    String told = facts.get(fact);
    return new Learnt(0, null, told == null ? Map.of() : Map.of(fact, told));
  }

  /// Understood, and about that.
  public Learnt about(@Nullable String now) {
    return new Learnt(0, now, facts);
  }

  public Learnt doubted(int times) {
    return new Learnt(times, subject, facts);
  }
}
