package id.kentongan.bot.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a gateway tells of its virtual machine: bytes of new objects, seconds that collections
/// stopped it, how many, and how often an event loop was found at one thing for 100 ms.
record Jvm(double allocated, double paused, double pauses, double busy) {
  private static final Pattern FIGURE =
      Pattern.compile(
          "^(kentongan_allocated_bytes_total|jvm_gc_pause_seconds_sum|jvm_gc_pause_seconds_count"
              + "|kentongan_loop_busy_total)"
              + "(?:\\{.*})? ([0-9.E+]+)$",
          Pattern.MULTILINE);

  /// From the page `/metrics`; zeros where it tells nothing.
  static Jvm of(String page) {
    double allocated = 0;
    double paused = 0;
    double pauses = 0;
    double busy = 0;
    for (Matcher line = FIGURE.matcher(page); line.find(); ) {
      double figure = Double.parseDouble(line.group(2));
      switch (line.group(1)) {
        case "kentongan_allocated_bytes_total" -> allocated += figure;
        case "jvm_gc_pause_seconds_sum" -> paused += figure;
        case "jvm_gc_pause_seconds_count" -> pauses += figure;
        default -> busy += figure;
      }
    }
    return new Jvm(allocated, paused, pauses, busy);
  }

  Jvm minus(Jvm before) {
    return new Jvm(
        allocated - before.allocated,
        paused - before.paused,
        pauses - before.pauses,
        busy - before.busy);
  }

  /// The mean pause in milliseconds; 0 without any.
  double pauseMillis() {
    return pauses == 0 ? 0 : 1000 * paused / pauses;
  }
}
