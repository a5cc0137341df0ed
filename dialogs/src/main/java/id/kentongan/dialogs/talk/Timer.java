package id.kentongan.dialogs.talk;

import java.time.Instant;

/// A change to a conversation's timers, made in the commit.
public sealed interface Timer {
  TimerName name();

  record Set(TimerName name, Instant at) implements Timer {}

  record Cancel(TimerName name) implements Timer {}
}
