package id.kentongan.bot.chaos;

import id.kentongan.bot.halt.HaltPoint;
import id.kentongan.bot.halt.Halting;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts gateways again when they have died, as systemd would; some of them are told at which
/// point to die next. Used on one event loop.
final class Keeper {
  private static final long PAUSE_MILLIS = 500;
  private static final int LATEST = 60;
  private static final List<HaltPoint> POINTS = List.of(HaltPoint.values());

  private final Vertx vertx;
  private final Timeline timeline;
  private final Random random;
  private boolean arming;
  private boolean over;
  private final AtomicInteger starts = new AtomicInteger();

  Keeper(Vertx vertx, Timeline timeline, Random random) {
    this.vertx = vertx;
    this.timeline = timeline;
    this.random = random;
  }

  void keep(List<Node> nodes) {
    nodes.forEach(this::keep);
  }

  /// How many gateways were started so far.
  int starts() {
    return starts.get();
  }

  /// From now on, or no longer, gateways are told where to die.
  void arm(boolean on) {
    arming = on;
  }

  /// Nothing is started any more.
  void end() {
    over = true;
  }

  private void keep(Node node) {
    starts.incrementAndGet();
    HaltPoint point = POINTS.get(random.nextInt(POINTS.size()));
    boolean armed = arming && random.nextInt(3) > 0;
    var settings = armed ? halting(point) : Map.<String, String>of();
    var context = vertx.getOrCreateContext();
    node.start(settings, status -> context.runOnContext(now -> died(node, point, status)));
  }

  /// why: without the second, a JVM that halts first writes its archive of classes, for seconds in
  /// which it goes on.
  private Map<String, String> halting(HaltPoint point) {
    return Map.of(
        "KENTONGAN_CHAOS_HALT_AT",
        point.text() + ":" + (1 + random.nextInt(LATEST)),
        "_JAVA_OPTIONS",
        "-XX:-AutoCreateSharedArchive");
  }

  private void died(Node node, HaltPoint point, int status) {
    if (over) {
      return;
    }
    boolean halted = status == Halting.STATUS;
    int trouble =
        timeline.begun(halted ? "gateway died " + point.text() : "gateway ended with " + status);
    vertx.setTimer(
        PAUSE_MILLIS,
        due -> {
          timeline.ended(trouble);
          if (!over) {
            keep(node);
          }
        });
  }
}
