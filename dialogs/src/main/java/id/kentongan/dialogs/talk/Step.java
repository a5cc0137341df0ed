package id.kentongan.dialogs.talk;

import java.util.List;

/// What the Mind decided: the conversation as it is now, and everything that the bot will do. An
/// effect's index in the list is the last part of its [EffectId].
public record Step(Talk next, List<Effect> effects, List<Timer> timers) {
  public Step {
    effects = List.copyOf(effects);
    timers = List.copyOf(timers);
  }
}
