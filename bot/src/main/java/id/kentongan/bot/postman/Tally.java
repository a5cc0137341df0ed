package id.kentongan.bot.postman;

import io.micrometer.core.instrument.MeterRegistry;

/// Counts what became of effects.
final class Tally {
  private final MeterRegistry meters;

  Tally(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Item item, String outcome) {
    meters
        .counter(
            "kentongan.effects",
            "effect",
            item.post().effect().getClass().getSimpleName(),
            "outcome",
            outcome)
        .increment();
  }
}
