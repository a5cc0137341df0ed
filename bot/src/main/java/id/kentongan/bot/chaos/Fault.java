package id.kentongan.bot.chaos;

import java.time.Duration;

/// Something that goes wrong: it begins, and after a while it ends. Both are called on one thread,
/// which is none of the event loop's.
interface Fault {
  /// For the table.
  String kind();

  /// Zero: it is over as soon as it has begun.
  Duration lasts();

  /// The gateway that must be ready before this begins, as far as it can be; -1 for none.
  default int hits() {
    return -1;
  }

  /// Whether no gateway can be ready while it lasts.
  default boolean endsReadiness() {
    return false;
  }

  void begin(World world);

  default void end(World world) {}
}
