package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Plan.Planned;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Carries out a plan in a world, and notes in the timeline what was broken when. While a gateway
/// that is to be hit is not up yet, time stands still: a slow machine makes it longer, not emptier.
/// Blocks.
final class Performance {
  private static final Duration COMES_UP_WITHIN = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final World world;
  private final Timeline timeline;
  private final Readiness readiness;
  private long start = System.nanoTime();
  private boolean away;

  private Performance(Vertx vertx, World world, Timeline timeline) {
    this.vertx = vertx;
    this.world = world;
    this.timeline = timeline;
    this.readiness = new Readiness(vertx);
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
            await(fault);
            away |= fault.endsReadiness();
            place[0] = timeline.begun(fault.kind());
            fault.begin(world);
          };
      Runnable end =
          () -> {
            fault.end(world);
            timeline.ended(place[0]);
            away &= !fault.endsReadiness();
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

  /// why not while none can be ready: dying in that time is what is tried.
  private void await(Fault fault) {
    if (fault.hits() >= 0 && !away) {
      Node node = world.nodes().get(fault.hits());
      long begun = System.nanoTime();
      readiness.within(COMES_UP_WITHIN, () -> readiness.ready(node));
      start += System.nanoTime() - begun;
    }
  }
}
