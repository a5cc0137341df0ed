package id.kentongan.bot.watch;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.desk.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.function.Supplier;

/// What became of what came in, and how long it took from the Door to the commit, the wait behind
/// others of its conversation included.
public final class MeteredDesk {
  private final Meters received;

  public MeteredDesk(MeterRegistry meters) {
    this.received =
        new Meters(
            meters, "kentongan.desk.receive", "result", "Messages from the Door to their commit");
  }

  public Future<Received> time(Supplier<Future<Received>> work) {
    long begun = System.nanoTime();
    return work.get()
        .onComplete(
            done ->
                received.took(
                    done.succeeded()
                        ? done.result().name().toLowerCase(Locale.ROOT)
                        : refused(done.cause()),
                    System.nanoTime() - begun));
  }

  private static String refused(Throwable cause) {
    return switch (cause) {
      case Desk.Busy busy -> "busy";
      case Desk.Full full -> "full";
      default -> "lost";
    };
  }
}
