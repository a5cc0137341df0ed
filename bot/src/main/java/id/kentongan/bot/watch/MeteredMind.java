package id.kentongan.bot.watch;

import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Turn;
import io.micrometer.core.instrument.MeterRegistry;

/// How long the Mind takes for an event of each kind. A step that throws is a bug, counted as such.
public final class MeteredMind implements Mind {
  private final Mind mind;
  private final Meters steps;
  private final Meters broken;

  public MeteredMind(Mind mind, MeterRegistry meters) {
    this.mind = mind;
    this.steps = new Meters(meters, "kentongan.mind.step", "event", "Steps of conversations");
    this.broken =
        new Meters(
            meters, "kentongan.mind.broken", "event", "Events that no step could be made of");
    broken.none("Said");
  }

  @Override
  public Step step(Turn turn, Event event) {
    long begun = System.nanoTime();
    boolean made = false;
    try {
      Step step = mind.step(turn, event);
      made = true;
      return step;
    } finally {
      String kind = event.getClass().getSimpleName();
      steps.took(kind, System.nanoTime() - begun);
      if (!made) {
        broken.count(kind);
      }
    }
  }
}
