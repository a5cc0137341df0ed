package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.Script.Line;

/// A message that a person wrote, as their platform posts it. `eventId` is the gateway's name for
/// it.
final class Letter {
  final Villager from;
  final Line line;
  final String eventId;
  final Posted posted;
  final long written = System.nanoTime();

  /// A gateway has said 200.
  boolean acknowledged;

  /// When it was.
  long taken;

  /// It says again what its platform gave up, which may have been taken all the same: whatever
  /// comes is an answer.
  boolean again;

  /// Its platform has given it up.
  boolean dropped;

  Letter(Villager from, Line line, String eventId, Posted posted) {
    this.from = from;
    this.line = line;
    this.eventId = eventId;
    this.posted = posted;
  }
}
