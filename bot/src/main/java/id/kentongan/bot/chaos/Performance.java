package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Plan.Planned;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Carries out a plan in a world, and notes in the timeline what was broken when. Blocks.
final class Performance {
  private final Vertx vertx;
  private final World world;
  private final Timeline timeline;
  private final long start = System.nanoTime();

  private Performance(Vertx vertx, World world, Timeline timeline) {
    this.vertx = vertx;
    this.world = world;
    this.timeline = timeline;
  }

  /// One thing to do at its time.
  private record Moment(Duration at, Runnable act) {}

  static void of(List<Planned> plan, Duration length, Vertx vertx, World world, Timeline timeline) {
    new Performance(vertx, world, timeline).run(plan, length);
  }

  private void run(List<Planned> plan, Duration length) {
    var moments = new ArrayList<Moment>();
    for (Planned planned : plan) {
      Fault fault = planned.fault();
      var place = new int[1];
      Runnable begin =
          () -> {
            place[0] = timeline.begun(fault.kind());
            fault.begin(world);
          };
      Runnable end =
          () -> {
            fault.end(world);
            timeline.ended(place[0]);
          };
      moments.add(new Moment(planned.at(), begin));
      moments.add(new Moment(planned.at().plus(fault.lasts()), end));
    }
    moments.add(new Moment(length, () -> {}));
    moments.stream().sorted(Comparator.comparing(Moment::at)).forEach(this::happen);
  }

  private void happen(Moment moment) {
    long due = start + moment.at().toNanos() - System.nanoTime();
    if (due > 0) {
      vertx.timer(1 + TimeUnit.NANOSECONDS.toMillis(due), TimeUnit.MILLISECONDS).await();
    }
    moment.act().run();
  }
}
