package id.kentongan.bot.chaos;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.Script;
import id.kentongan.bot.chaos.Findings.Violation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Two gateways on stores of their own, people on two messengers, and a plan of what goes wrong;
/// then the reconciliation.
public final class Chaos {
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
  private static final long LATEST_SECONDS = 5;

  /// why: a gateway that ends at once again and again will not become ready.
  private static final int MOST_STARTS = 8;

  /// why: a full heap of the launcher's size, compiled code, buffers.
  private static final int MOST_MEGABYTES = 640;

  private static final long TELLS_SECONDS = 30;

  private final Order order;
  private final Vertx vertx;
  private final Opening opening;
  private final Consumer<String> tells;
  private final Timeline timeline = new Timeline();
  private final Findings findings = new Findings();
  private final Evidence evidence = new Evidence();
  private final Weights weights = new Weights();

  /// What the stores still held when they were last asked, in words.
  private volatile List<String> left = List.of();

  /// The program: `command` runs a gateway, `home` is where its files are; `beside` runs the second
  /// one, of another version on the same stores.
  public record Program(List<String> command, Path home, Optional<List<String>> beside) {
    public Program(List<String> command, Path home) {
      this(command, home, Optional.empty());
    }

    List<String> of(int node) {
      return node == 0 ? command : beside.orElse(command);
    }
  }

  /// What is done: so many `people` at once, who think at most so long between steps.
  public record Order(
      Program program,
      long seed,
      int people,
      Duration thinks,
      Duration length,
      Breaks breaks,
      Ending ending) {
    /// The short form, for every build.
    public static Order brief(Program program, long seed) {
      var breaks = new Breaks(Duration.ofMillis(1_500), Duration.ofSeconds(6), false);
      return new Order(
          program,
          seed,
          40,
          Duration.ofMillis(800),
          Duration.ofSeconds(25),
          breaks,
          new Ending(true, Duration.ofMinutes(15)));
    }
  }

  /// Whether people come to the end of their journey or only of the step that they are at, and how
  /// long after the last fault all must be done.
  public record Ending(boolean journeys, Duration within) {}

  /// How long it is about from one fault to the next, and for how long Redis is away in the middle.
  /// `all`: disks, clocks and migrations too; `cluster`: Redis is one, whose members die and move.
  public record Breaks(Duration pace, Duration away, boolean all, boolean cluster) {
    public Breaks(Duration pace, Duration away, boolean all) {
      this(pace, away, all, false);
    }

    /// Nothing but what platforms do now and then.
    public static final Breaks NONE = new Breaks(Duration.ZERO, Duration.ZERO, false);

    boolean calm() {
      return pace.isZero();
    }
  }

  private Chaos(
      Order order, InstantSource clock, Vertx vertx, Path folder, Consumer<String> tells) {
    this.order = order;
    this.tells = tells;
    this.vertx = vertx;
    this.opening = new Opening(order, clock, vertx, folder);
  }

  /// Does it in a new folder, which stays for whoever looks for the cause when anything was broken;
  /// blocks. `tells` hears now and then how far it is.
  public static Report run(Order order, InstantSource clock, Consumer<String> tells) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Path folder = Scratch.fresh();
    try {
      var chaos = new Chaos(order, clock, vertx, folder, tells);
      Report report = chaos.run();
      if (report.sound()) {
        Scratch.remove(folder);
        return report;
      }
      chaos.evidence.troubles(chaos.timeline);
      chaos.evidence.write(folder);
      return report.keptIn(folder);
    } finally {
      vertx.close().await();
    }
  }

  private Report run() {
    World world = opening.world();
    var keeper = new Keeper(vertx, timeline, new Random(order.seed() + 1));
    vertx.setPeriodic(
        TimeUnit.SECONDS.toMillis(TELLS_SECONDS),
        now -> tells.accept(timeline + ", " + world.crowd() + ", left " + left));
    try {
      return run(world, keeper);
    } finally {
      world.on(keeper::end);
      world.close();
    }
  }

  private Report run(World world, Keeper keeper) {
    var readiness = new Readiness(vertx);
    world.on(() -> keeper.keep(world.nodes()));
    if (order.breaks().all()) {
      Birth.cutShort(world, order.seed(), timeline);
    }
    if (!readiness.within(
            STARTS_WITHIN, () -> keeper.starts() > MOST_STARTS || readiness.ready(world.nodes()))
        || keeper.starts() > MOST_STARTS) {
      throw new Refused("The gateways did not start; see gateway.log in " + opening.folder());
    }
    Path scripts = order.program().home().resolve("bench");
    var births =
        new Births(
            order.seed(),
            Script.read(scripts.resolve("journey.json")),
            Script.read(scripts.resolve("claim.json")),
            Script.read(scripts.resolve("questions.json")),
            List.of(world.telegram(), world.twilio()));
    List<Footprint> before = world.nodes().stream().map(Footprint::of).toList();
    world.on(
        () -> {
          keeper.arm(!order.breaks().calm());
          world.crowd().begin(order.people(), births);
        });
    boolean disk = world.stores().disk().canBeFull();
    var plan =
        order.breaks().calm()
            ? Plan.calm(order.length(), weights)
            : Plan.of(order.seed(), order.length(), order.breaks(), disk);
    if (order.breaks().all() && !disk) {
      timeline.ended(timeline.begun("SKIPPED: a full disk, nothing may be mounted here"));
    }
    Performance.of(plan, order.length(), vertx, world, timeline);
    tells.accept("the faults are over, what is under way comes to its end");
    long calm = System.nanoTime();
    world.on(() -> keeper.arm(false));
    settle(world, readiness);
    Duration settled = Duration.ofNanos(System.nanoTime() - calm);
    grown(world, before);
    weights.judge(findings);
    new Ledger(world, opening.key(), timeline, findings, evidence, births).close(vertx);
    return Report.of(order, world, timeline, findings, settled, weights.lines());
  }

  private void grown(World world, List<Footprint> before) {
    for (Node node : world.nodes()) {
      Footprint now = Footprint.of(node);
      if (now.grown(before.get(node.number), MOST_MEGABYTES)) {
        findings.add(Violation.GROWN, before.get(node.number) + " became " + now);
      }
    }
  }

  /// Until everybody has come to the end and nothing is left to do.
  private void settle(World world, Readiness readiness) {
    Ending ending = order.ending();
    Future<Void> ended =
        Future.future(
            promise -> world.on(() -> world.crowd().end(ending.journeys()).onComplete(promise)));
    try (var rest = new Rest(world.stores())) {
      boolean all =
          readiness.within(
              ending.within(),
              () -> {
                left = rest.waiting();
                return ended.isComplete() && left.isEmpty() && readiness.ready(world.nodes());
              });
      if (!all) {
        left.forEach(what -> findings.add(Violation.STUCK, what));
        if (!readiness.ready(world.nodes())) {
          findings.add(Violation.STUCK, "a gateway is not ready");
        }
      }
    }
    // why: what is repeated or sent late is still on its way.
    vertx.timer(LATEST_SECONDS, TimeUnit.SECONDS).await();
  }
}
