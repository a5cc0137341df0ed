package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Desk;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Outbox;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/// What a round works with. `lasts`: how long a lease lasts without renewal.
record Gear(Vertx vertx, Outbox outbox, DueTimers timers, Journal journal, Desk desk, Pace pace) {
  /// The gateway's clock, how long a lease lasts, the brakes, and the attempts.
  record Pace(InstantSource clock, Duration lasts, Brakes brakes, Carrier carrier, Tally tally) {}
}
